package dev.aiwf.app;

import dev.aiwf.engine.backup.Backups;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a backup. */
@Command(
    name = "backup",
    description =
        "Writes all that a run must not lose into one file. The bot may be running meanwhile.")
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|FOLDER",
      description = "where to; otherwise the folder backups of the data folder")
  private @Nullable Path target;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "afterwards removes the oldest backups of that folder, but for the newest N")
  private @Nullable Integer keep;

  @SuppressWarnings("NullAway") // picocli sets the spec before it runs the command
  BackupCommand() {}

  @Override
  public Integer call() throws Settings.Wrong {
    if (keep != null && keep < 1) {
      throw new Failures.Trouble("--keep needs a number from 1. Nothing was written.");
    }
    Backups backups = Stores.backups(Settings.from(System.getenv(), Main.properties()));
    PrintWriter out = spec.commandLine().getOut();
    long begun = System.nanoTime();
    Backups.Made made = backups.write(target == null ? backups.folder() : target);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    out.printf(
        "%s: %,d KB, %,d rows, %,d files of repositories, in %.1f s%n",
        made.file(),
        (made.bytes() + 1023) / 1024,
        made.rows(),
        made.files(),
        took.toMillis() / 1000.0);
    Path folder = made.file().toAbsolutePath().getParent();
    if (keep != null && folder != null) {
      backups.keepOnly(keep, folder).forEach(old -> out.println("removed " + old));
    }
    out.flush();
    return 0;
  }
}
