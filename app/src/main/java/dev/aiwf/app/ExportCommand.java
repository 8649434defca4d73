package dev.aiwf.app;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.web.export.Export;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes everything of a project into one file. */
@Command(
    name = "export",
    description =
        "Writes a project's files, decisions and history into one zip that can be read without"
            + " aiwf: open its index.html. The bot may be running meanwhile.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PROJECT", description = "its id or its name")
  private String project;

  @Option(
      names = "--to",
      paramLabel = "FILE.zip",
      description = "where to; otherwise a file named after the project, here")
  private @Nullable Path target;

  @SuppressWarnings("NullAway") // picocli sets these before it runs the command
  ExportCommand() {}

  @Override
  public Integer call() {
    ProjectId id = ProjectId.of(project).orElseGet(() -> new ProjectId(project));
    Path file = (target == null ? Path.of(id + ".zip") : target).toAbsolutePath();
    try {
      if (Files.exists(file)) {
        throw new Failures.Trouble(
            "There is a file %s already. Nothing was written.".formatted(file));
      }
      return written(id, file);
    } catch (NoSuchFileException e) {
      throw new Failures.Trouble(
          "There is no folder %s. Nothing was written.".formatted(file.getParent()));
    } catch (ZipException e) {
      throw new Failures.Trouble(
          "The export broke off before its end. Nothing was written; the log of the program that"
              + " runs says why.");
    } catch (IOException | NotNow | NotEver e) {
      throw new Failures.Trouble("%s Nothing was written.".formatted(e.getMessage()));
    }
  }

  /** Whole or not at all, and its owner's only: it holds what people wrote. */
  private int written(ProjectId id, Path file) throws IOException, NotNow, NotEver {
    Path folder = Objects.requireNonNull(file.getParent(), "a file is in a folder");
    Path part = Files.createTempFile(folder, ".aiwf-export-", ".part");
    PrintWriter out = spec.commandLine().getOut();
    try {
      if (!made(id, part)) {
        out.println("There is no project %s.".formatted(id));
        return 1;
      }
      Files.move(part, file);
      out.printf("%s: %,d KB%n", file, (Files.size(file) + 1023) / 1024);
      return 0;
    } finally {
      Files.deleteIfExists(part);
      out.flush();
    }
  }

  private static boolean made(ProjectId id, Path part) throws IOException, NotNow, NotEver {
    try (Operator operator = Operator.here();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      if (!operator.exports().write(id, out)) {
        return false;
      }
    }
    try (ZipFile zip = new ZipFile(part.toFile())) {
      if (zip.getEntry(Export.INDEX) == null) {
        throw new ZipException("no " + Export.INDEX);
      }
    }
    return true;
  }
}
