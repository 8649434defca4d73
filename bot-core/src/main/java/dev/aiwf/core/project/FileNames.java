package dev.aiwf.core.project;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files as people name them: by their whole path or by how it ends, in small letters or not. */
public final class FileNames {

  private FileNames() {}

  /** Those that may be meant: the one of that path, or all that end so. */
  public static List<String> meant(Collection<String> paths, String named) {
    Optional<String> whole = paths.stream().filter(named::equalsIgnoreCase).findFirst();
    return whole
        .map(List::of)
        .orElseGet(() -> paths.stream().filter(path -> means(named, path)).toList());
  }

  /** Whether a name stands for a file. */
  public static boolean means(String named, String path) {
    String name = named.toLowerCase(Locale.ROOT);
    String whole = path.toLowerCase(Locale.ROOT);
    return !name.isEmpty() && (whole.equals(name) || whole.endsWith("/" + name));
  }
}
