package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Says what an fsync costs in a process that was started like the one that is measured. */
public final class FsyncProbe {

  private FsyncProbe() {}

  /** Takes the folder; prints the median in nanoseconds. */
  public static void main(String[] arguments) throws IOException {
    System.out.println(Machine.fsync(Path.of(arguments[0])).at(50));
  }
}
