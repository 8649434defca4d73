package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

/** Looks at files before they go anywhere. */
final class ProjectFiles {

  private ProjectFiles() {}

  /** The files' bytes by their paths, refused if one must not be written. */
  static Map<String, byte[]> checked(String folder, List<File> files) throws NotEver {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    for (File file : files) {
      checkPath(file.path());
      checkPath(folder + "/" + file.path());
      checkSecrets(file);
      if (bytes.put(file.path(), file.text().getBytes(StandardCharsets.UTF_8)) != null) {
        throw new NotEver("\"%s\" would be written twice.".formatted(file.path()));
      }
    }
    return bytes;
  }

  /** Refuses a path that would leave the folder or mean something to git or to a system. */
  static void checkPath(String path) throws NotEver {
    ObjectChecker checker = new ObjectChecker().setSafeForWindows(true).setSafeForMacOS(true);
    try {
      checker.checkPath(path);
    } catch (CorruptObjectException e) {
      throw new NotEver("\"%s\" is no path for a file in a repository.".formatted(path), e);
    }
    if (path.codePoints().anyMatch(Character::isISOControl) || path.indexOf('\\') >= 0) {
      throw new NotEver("\"%s\" is no path for a file in a repository.".formatted(path));
    }
  }

  private static void checkSecrets(File file) throws NotEver {
    List<Secrets.Found> found = Secrets.in(file.text());
    if (!found.isEmpty()) {
      throw new NotEver(
          ("\"%s\" holds what looks like %s, in line %d. Nothing was committed. Change the answer"
                  + " that it comes from and revoke the secret, then have the commit tried again.")
              .formatted(file.path(), found.getFirst().kind(), found.getFirst().line()));
    }
  }
}
