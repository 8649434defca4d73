package dev.aiwf.app;

import dev.aiwf.core.port.Operations;
import dev.aiwf.engine.backup.Backups;
import dev.aiwf.engine.backup.Restores;
import dev.aiwf.engine.store.DataFolder;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup back. */
@Command(
    name = "restore",
    description =
        "Puts a backup in the place of what is there, which is kept as a backup of its own.")
final class RestoreCommand implements Callable<Integer> {

  private static final int TRIES = 600;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "a backup")
  private Path file;

  @Option(names = "--yes", description = "does not ask")
  private boolean yes;

  @SuppressWarnings("NullAway") // picocli sets these before it runs the command
  RestoreCommand() {}

  @Override
  public Integer call() throws Settings.Wrong {
    Settings settings = Settings.from(System.getenv(), Main.properties());
    Backups backups = Stores.backups(settings);
    Restores restores = new Restores(backups);
    PrintWriter out = spec.commandLine().getOut();
    Restores.Contents contents = restores.check(file);
    out.printf(
        "%s was made at %s from %s: %,d rows, %,d files of repositories. It is whole.%n",
        file, contents.at(), contents.database(), contents.rows(), contents.files());
    out.flush();
    if (!yes && !agreed(backups)) {
      out.println("Nothing was changed.");
      out.flush();
      return 1;
    }
    restores.stage(file);
    out.println(takenUp(settings, restores));
    out.flush();
    return 0;
  }

  @SuppressWarnings("SystemConsoleNull") // some JDKs give none where there is no terminal
  private static boolean agreed(Backups backups) {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new Failures.Trouble("Nobody can be asked here: add --yes. Nothing was changed.");
    }
    String answer =
        console.readLine("Put it in the place of what is in %s? [y/N] ", backups.data());
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  /** At once if nobody is at work there; otherwise whoever is takes it up by starting again. */
  private static String takenUp(Settings settings, Restores restores) {
    try (DataFolder _ = DataFolder.take(settings.data())) {
      return restores.takeUp().map(RestoreCommand::told).orElse("It was taken up already.");
    } catch (DataFolder.InUse e) {
      return takenUpByTheBot(settings, restores);
    }
  }

  private static String takenUpByTheBot(Settings settings, Restores restores) {
    try (Operator operator = Operator.of(settings)) {
      operator.restart().run();
    }
    for (int i = 0; restores.ready() && i < TRIES; i++) {
      Operator.pause();
    }
    if (restores.ready()) {
      return "The bot was told to take it up and has not yet; it does at its next start.";
    }
    try (Operator operator = Operator.of(settings)) {
      long held =
          operator.operations().effects().stream()
              .filter(effect -> effect.state() == Operations.State.HELD)
              .count();
      return "Restored; the bot has started again with it. What was there before is kept in %s."
              .formatted(restores.backups().folder())
          + waiting(held);
    }
  }

  private static String told(Restores.Done done) {
    String kept =
        done.keptIn()
            .map("Restored. What was there before is kept in %s."::formatted)
            .orElse("Restored. There was nothing before.");
    return kept + waiting(done.held());
  }

  private static String waiting(long held) {
    return held == 0
        ? ""
        : "\n%d effects wait for a word, for they may have been done since: aiwf effects list"
                .formatted(held)
            + " shows them, aiwf effects release has them done.";
  }
}
