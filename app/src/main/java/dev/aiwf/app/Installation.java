package dev.aiwf.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * What a data folder is called in the commits that are made from it, so that two on one repository
 * notice each other. It is no secret, and made once.
 */
final class Installation {

  private static final int BYTES = 6;

  private Installation() {}

  static String id(Path data, RandomGenerator random) {
    Path file = data.resolve("installation.id");
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      return written(file, "aiwf-" + HexFormat.of().formatHex(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("The installation's id can't be read from " + file, e);
    }
  }

  private static String written(Path file, String id) {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(aside, id + "\n");
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException("The installation's id can't be written to " + file, e);
    }
  }
}
