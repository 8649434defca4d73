package dev.aiwf.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Secrets that set-up stored, each in a file of its own that only its owner may read. */
record SecretFiles(Path folder) {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  static SecretFiles in(Path data) {
    return new SecretFiles(data.resolve("secrets"));
  }

  /** Where a secret is stored, named as in aiwf.yaml. */
  Optional<Path> file(Setting setting) {
    return setting.kind() == Setting.Kind.SECRET
        ? setting.path().map(path -> folder.resolve(path.replace('.', '-')))
        : Optional.empty();
  }

  /** Tells which of them are there. */
  void find(Found found) {
    for (Setting setting : Setting.values()) {
      file(setting)
          .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
          .ifPresent(file -> {
            found.add(
                new Given(
                    setting, List.of(file.toAbsolutePath().toString()), new Origin.InFolder(file)));
            if (isOpenToOthers(file)) {
              found.warning(
                  file
                      + " holds a secret and can be read by others on this machine: chmod go-rwx"
                      + " it.");
            }
          });
    }
  }

  /** Stores a secret; whoever reads meanwhile finds the old one or the new one. */
  Path store(Setting setting, String secret) throws IOException {
    Path file =
        file(setting).orElseThrow(() -> new IllegalArgumentException(setting + " is no secret"));
    Files.createDirectories(folder, only(FOLDER));
    Path written = Files.createTempFile(folder, ".", null, only(OWNER));
    Files.writeString(written, secret + "\n", StandardCharsets.UTF_8);
    return Files.move(
        written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Lets go of a secret, if there is one. */
  void remove(Setting setting) throws IOException {
    Optional<Path> file = file(setting);
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }

  private FileAttribute<?>[] only(Set<PosixFilePermission> permissions) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean isOpenToOthers(Path file) {
    try {
      Set<PosixFilePermission> granted = Files.getPosixFilePermissions(file);
      return granted.contains(PosixFilePermission.GROUP_READ)
          || granted.contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
