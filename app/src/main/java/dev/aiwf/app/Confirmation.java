package dev.aiwf.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Asks an operator whether they mean it. */
final class Confirmation {

  private Confirmation() {}

  /** Whether they said yes; whoever is not there said no. */
  static boolean given(PrintWriter out) {
    out.print("Type yes to go on: ");
    out.flush();
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
      boolean yes = line != null && line.strip().equals("yes");
      if (!yes) {
        out.println("Nothing was changed.");
        out.flush();
      }
      return yes;
    } catch (IOException e) {
      throw new Failures.Trouble("The answer can't be read. Nothing was changed.");
    }
  }
}
