package dev.aiwf.web.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The file that holds the key for tokens; only its owner may read it. */
final class KeyFile {

  private static final int BYTES = 32;

  private KeyFile() {}

  static byte[] read(Path file, RandomGenerator random) {
    try {
      if (!Files.exists(file)) {
        make(file, random);
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != BYTES) {
        throw new IllegalStateException(
            "%s holds no key for tokens. Remove it and start again; everybody then signs in anew."
                .formatted(file));
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("The key for tokens can't be read: " + file, e);
    }
  }

  /** Written aside and linked into place, so that two starts at once end up with one whole key. */
  private static void make(Path file, RandomGenerator random) throws IOException {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    Files.createDirectories(folder);
    Path aside = Files.createTempFile(folder, ".key", null, ownerOnly(folder));
    try {
      Files.write(aside, key, StandardOpenOption.DSYNC);
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException e) {
      // Another start was faster: its key is the key.
    } finally {
      Files.delete(aside);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(
              Set.copyOf(PosixFilePermissions.fromString("rw-------")))
        }
        : new FileAttribute<?>[0];
  }
}
