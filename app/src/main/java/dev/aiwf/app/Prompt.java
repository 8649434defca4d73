package dev.aiwf.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks whoever set something up: at a terminal without showing secrets, else line by line. */
final class Prompt {

  private final @Nullable Console console;
  private final BufferedReader lines;
  private final PrintWriter out;

  Prompt(@Nullable Console console, BufferedReader lines, PrintWriter out) {
    this.console = console;
    this.lines = lines;
    this.out = out;
  }

  /** Of this process; a console that is no terminal shows what is typed, so it is none. */
  static Prompt here(PrintWriter out) {
    return new Prompt(
        Optional.ofNullable(System.console()).filter(Console::isTerminal).orElse(null),
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        out);
  }

  /** A secret, which does not appear on the screen; empty if none was given. */
  String secret(String question) {
    out.print(question + ": ");
    out.flush();
    if (console != null) {
      char[] typed = console.readPassword();
      return typed == null ? "" : new String(typed).strip();
    }
    return line();
  }

  /** An answer; empty if none was given. */
  String answer(String question) {
    out.print(question + ": ");
    out.flush();
    return line();
  }

  private String line() {
    try {
      String line = console == null ? lines.readLine() : console.readLine();
      if (console == null) {
        out.println();
      }
      return line == null ? "" : line.strip();
    } catch (IOException e) {
      throw new Failures.Trouble("The answer can't be read. Nothing was changed.");
    }
  }
}
