package dev.aiwf.app;

import dev.aiwf.testkit.TwoSteps;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** How a command ended and what it printed. */
record Played(int exit, String out) {

  /** Has a command play a file that says this, with the two-step workflow. */
  static Played by(Object command, Path folder, String yaml, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("attempt.yaml"), yaml);
    List<String> arguments =
        new ArrayList<>(List.of("--packs", TwoSteps.folder().toString(), file.toString()));
    arguments.addAll(List.of(options));
    StringWriter out = new StringWriter();
    int exit =
        new CommandLine(command)
            .setOut(new PrintWriter(out))
            .execute(arguments.toArray(String[]::new));
    return new Played(exit, out.toString().replace(folder.toString(), "…"));
  }
}
