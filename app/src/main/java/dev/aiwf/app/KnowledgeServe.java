package dev.aiwf.app;

import dev.aiwf.knowledge.KnowledgeServer;
import dev.aiwf.knowledge.KnowledgeSettings;
import dev.aiwf.knowledge.Listening;
import dev.aiwf.knowledge.http.Limits;
import dev.aiwf.web.access.Hosts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the knowledge base alone, without the bot. */
@Command(
    name = "serve",
    description = "Serves the knowledge base alone, over HTTP or a program's input and output.")
final class KnowledgeServe implements Runnable {

  private static final int PORT = 8788;

  @Option(names = "--stdio", description = "speaks MCP over standard input and output")
  private boolean stdio;

  @Option(names = "--host", paramLabel = "NAME", description = "what to bind to; localhost")
  private String host = "localhost";

  @Option(names = "--port", paramLabel = "PORT", description = "8788; 0 for any")
  private int port = PORT;

  @Option(
      names = "--hosts",
      split = ",",
      paramLabel = "NAME",
      description = "more names it answers to")
  private List<String> hosts = List.of();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "holds the key that programs on other machines must show")
  private @Nullable Path keyFile;

  @Option(
      names = "--team",
      paramLabel = "DIR",
      description = "a folder with a team's own knowledge")
  private List<Path> team = List.of();

  @Override
  public void run() {
    try {
      KnowledgeServer server =
          KnowledgeServer.open(settings(), InstantSource.system(), System::nanoTime);
      server.watch();
      if (stdio) {
        speak(server);
      } else {
        listen(server);
      }
    } catch (NotRight e) {
      throw new Failures.Trouble(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private KnowledgeSettings settings() throws NotRight {
    Optional<String> key = key(keyFile);
    if (key.isEmpty() && !Hosts.isLoopback(host) && !stdio) {
      throw new NotRight(
          "On anything but loopback the knowledge base wants a key: --key-file names the file with"
              + " it.");
    }
    Set<String> names = new HashSet<>(hosts);
    names.add(host);
    return new KnowledgeSettings(
        KnowledgeCommand.bundled(), team, names, true, key, Limits.usual(), Version.number());
  }

  /** The key that a file holds. */
  static Optional<String> key(@Nullable Path file) throws NotRight {
    if (file == null) {
      return Optional.empty();
    }
    String key = SmallFile.read(file).strip();
    if (key.isEmpty()) {
      throw new NotRight(file + " holds no key.");
    }
    return Optional.of(key);
  }

  /** Until whoever started it closes its input. */
  private static void speak(KnowledgeServer server) throws InterruptedException {
    UntilItsEnd in = new UntilItsEnd(System.in);
    server.stdio(in, System.out);
    in.awaitEnd();
    server.close();
  }

  private void listen(KnowledgeServer server) throws InterruptedException {
    Listening listening = Listening.at(host, port, server);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("knowledge-stop").unstarted(listening::close));
    System.out.printf(
        "aiwf knowledge: %d items at http://%s:%d/mcp%nCtrl-C stops it.%n",
        server.library().items().size(), host, listening.port());
    System.out.flush();
    listening.join();
  }
}
