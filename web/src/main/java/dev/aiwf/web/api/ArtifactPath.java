package dev.aiwf.web.api;

import dev.aiwf.web.access.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file's path below a project's folder, as it comes in an address and goes out in a header. */
public final class ArtifactPath {

  private ArtifactPath() {}

  /** Whether it names a file in the folder, to every system. */
  public static boolean isOne(String path) {
    return path.indexOf('\\') < 0
        && path.indexOf(':') < 0
        && path.codePoints().noneMatch(Character::isISOControl)
        && Arrays.stream(path.split("/", -1))
            .noneMatch(part ->
                part.isEmpty()
                    || part.equals(".")
                    || part.equals("..")
                    || part.equalsIgnoreCase(".git"));
  }

  /** The path, unless it leads out of the folder or is none. */
  static String checked(String path) {
    if (!isOne(path)) {
      throw Problem.invalid("path", "This is no path of a file in a project's folder.");
    }
    return path;
  }

  /** Names the file without a sign that ends the name, or the header. */
  static String disposition(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return "inline; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(
            name.replaceAll("[^A-Za-z0-9._-]", "_"),
            URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A"));
  }
}
