package dev.aiwf.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where a running program tells the command line beside it where it is reached. */
record AddressFile(Path path) {

  static AddressFile in(Path data) {
    return new AddressFile(data.resolve("aiwf.address"));
  }

  /** Written aside and moved, so that nobody reads half of it. */
  void write(URI address) {
    Path aside = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.writeString(aside, address + "\n");
      Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The address can't be written to " + path, e);
    }
  }

  /** What was written last; a program that was killed leaves it behind. */
  Optional<URI> read() {
    try {
      return Optional.of(URI.create(Files.readString(path).strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new Failures.Trouble(
          "%s can't be read as an address. Stop aiwf and start it again; it writes a new one."
              .formatted(path));
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("The address can't be removed: " + path, e);
    }
  }
}
