package dev.aiwf.app;

import dev.aiwf.knowledge.KnowledgeServer;
import dev.aiwf.knowledge.KnowledgeSettings;
import dev.aiwf.knowledge.Listening;
import dev.aiwf.knowledge.check.Asked;
import dev.aiwf.knowledge.check.Check;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a knowledge server what a team asks first, and prints how it answered. */
@Command(
    name = "check",
    description = "Asks every tool of a knowledge server five questions and measures the answers.")
final class KnowledgeCheck implements Callable<Integer> {

  private static final int ROUNDS = 20;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description = "where the server speaks MCP; otherwise the bundled one is started and asked")
  private @Nullable URI server;

  @Option(names = "--key-file", paramLabel = "FILE", description = "holds the server's key")
  private @Nullable Path keyFile;

  @Option(names = "--rounds", paramLabel = "N", description = "how often each question is put; 20")
  private int rounds = ROUNDS;

  @SuppressWarnings("NullAway") // picocli sets the spec before it runs the command
  KnowledgeCheck() {}

  @Override
  public Integer call() {
    try {
      List<Asked> asked = server == null ? bundled() : ask(server, KnowledgeServe.key(keyFile));
      PrintWriter out = spec.commandLine().getOut();
      out.print(table(asked));
      out.flush();
      return asked.stream().allMatch(tool -> tool.trouble().isEmpty()) ? 0 : 1;
    } catch (NotRight e) {
      throw new Failures.Trouble(e);
    }
  }

  private List<Asked> bundled() throws NotRight {
    KnowledgeServer knowledge =
        KnowledgeServer.open(
            KnowledgeSettings.onLoopback(KnowledgeCommand.bundled(), List.of(), Version.number()),
            InstantSource.system(),
            System::nanoTime);
    try (Listening listening = Listening.at("localhost", 0, knowledge)) {
      return ask(
          URI.create("http://localhost:%d/mcp".formatted(listening.port())), Optional.empty());
    }
  }

  private List<Asked> ask(URI url, Optional<String> key) throws NotRight {
    if (url.getRawAuthority() == null || !List.of("http", "https").contains(url.getScheme())) {
      throw new NotRight(url + " is no address of a server, such as http://localhost:8787/mcp.");
    }
    try {
      return Check.of(url, key, Math.max(1, rounds), System::nanoTime);
    } catch (RuntimeException e) {
      throw new NotRight(
          "%s does not speak MCP with us: %s. Is it running, and is that its address?"
              .formatted(url, e.getMessage()));
    }
  }

  private static String table(List<Asked> asked) {
    TextTable table = new TextTable("tool", "calls", "median", "p99", "results", "sources", "");
    for (Asked tool : asked) {
      table.row(
          tool.tool(),
          Integer.toString(tool.millis().size()),
          millis(tool.median()),
          millis(tool.p99()),
          Integer.toString(tool.results()),
          Integer.toString(tool.sources().size()),
          tool.trouble().orElse(""));
    }
    return table.toString();
  }

  private static String millis(double millis) {
    return Double.isNaN(millis) ? "" : String.format(Locale.ROOT, "%.1f ms", millis);
  }
}
