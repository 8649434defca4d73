package dev.aiwf.engine.backup;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Which names files of a backup may have: they become paths here, and must stay in their folder.
 */
final class SafeNames {

  static final String REPOSITORIES = "repositories/";

  /** Segments with no separator, drive or control character of any system in them. */
  private static final Pattern SEGMENTS =
      Pattern.compile("[^/\\\\:\\p{Cntrl}]+(/[^/\\\\:\\p{Cntrl}]+)*");

  private static final Pattern DOTS = Pattern.compile("(^|.*/)\\.{1,2}(/.*|$)");

  private SafeNames() {}

  /**
   * Where a repository's file goes.
   *
   * @param name in the backup
   * @param folder that becomes the folder of repositories
   */
  static Path place(String name, Path folder) {
    String below = name.substring(REPOSITORIES.length());
    if (!SEGMENTS.matcher(below).matches() || DOTS.matcher(below).matches()) {
      throw new BackupTrouble("it holds a file that does not belong there: " + name);
    }
    // Java writes question marks for what file names here can't spell, and two would meet in one.
    if (!Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
        .newEncoder()
        .canEncode(below)) {
      throw new BackupTrouble(
          "this machine's file names can't spell \"%s\"; try again with LC_ALL=C.UTF-8"
              .formatted(below));
    }
    try {
      Path place = folder.resolve(below).normalize();
      if (place.startsWith(folder)) {
        return place;
      }
    } catch (InvalidPathException e) {
      throw new BackupTrouble("this machine can't have a file named " + below, e);
    }
    throw new BackupTrouble("it holds a file that does not belong there: " + name);
  }
}
