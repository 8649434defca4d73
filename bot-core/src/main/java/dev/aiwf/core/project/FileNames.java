package dev.aiwf.core.project;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Files as people name them: by their whole path or by how it ends, in small letters or not. */
public final class FileNames {

  private FileNames() {}

  /** The one that is meant. */
  public static Optional<String> meant(Collection<String> paths, String named) {
    return paths.stream()
        .filter(named::equalsIgnoreCase)
        .findFirst()
        .or(() -> paths.stream().filter(path -> means(named, path)).findFirst());
  }

  /** Whether a name stands for a file. */
  public static boolean means(String named, String path) {
    String name = named.toLowerCase(Locale.ROOT);
    String whole = path.toLowerCase(Locale.ROOT);
    return !name.isEmpty() && (whole.equals(name) || whole.endsWith("/" + name));
  }
}
