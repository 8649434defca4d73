package dev.aiwf.app;

import dev.aiwf.engine.store.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Runs the whole program once, briefly and on nothing that anybody keeps, so that the JVM can note
 * what a start and the first requests need. The build does this, and every later start is quicker.
 */
@Command(name = "warm-up", hidden = true, description = "Runs once for the JVM to learn from.")
final class WarmUpCommand implements Runnable {

  private static final String SECRET = "warm-up";

  @Override
  public void run() {
    try {
      Path data = Files.createTempDirectory("aiwf-warm-up");
      try {
        visit(settings(data));
      } finally {
        remove(data);
      }
    } catch (Settings.Wrong | DataFolder.InUse | IOException e) {
      throw new Failures.Trouble(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing that is set for this machine: no real folder, no real port, no real Slack. */
  private static Settings settings(Path data) throws Settings.Wrong {
    Map<String, String> set = new TreeMap<>();
    set.put(Setting.DATA.key(), data.toString());
    set.put(Setting.PORT.key(), "0");
    set.put(Setting.SLACK_BOT_TOKEN.key(), "xoxb-" + SECRET);
    set.put(Setting.SLACK_SIGNING_SECRET.key(), SECRET);
    // Nobody listens at that port, so that what is to be shown there is refused at once.
    set.put(Setting.SLACK_API_URL.key(), "http://127.0.0.1:9/");
    return Settings.from(set, Main.properties());
  }

  private static void visit(Settings settings)
      throws DataFolder.InUse, IOException, InterruptedException {
    try (Program program = Program.start(settings, () -> {});
        Visitor visitor = new Visitor(program.address(), SECRET)) {
      var _ = program.greeting();
      visitor.useApi();
      visitor.lookAtPages();
      visitor.useSlack();
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
