package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories.Earlier;
import dev.aiwf.core.port.Repositories.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/** What was rendered for a project's last commit, which tells people's edits from our own. */
final class Beginnings {

  private final ObjectReader reader;
  private final Earlier earlier;
  private final Optional<Signed> last;
  private final boolean ourJournal;
  private final DirCache then;
  private final Map<Long, Map<String, byte[]>> rendered = new HashMap<>();

  private Beginnings(
      ObjectReader reader,
      Earlier earlier,
      Optional<Signed> last,
      boolean ourJournal,
      DirCache then) {
    this.reader = reader;
    this.earlier = earlier;
    this.last = last;
    this.ourJournal = ourJournal;
    this.then = then;
  }

  static Beginnings of(
      ObjectReader reader, Folder folder, Earlier earlier, Optional<Signed> last, String bot)
      throws IOException, NotEver {
    DirCache then =
        last.isPresent()
            ? folder.files(reader, last.get().commit().getTree())
            : DirCache.newInCore();
    // Another installation's numbers mean nothing here.
    boolean ourJournal =
        last.filter(each -> each.bot() == null || each.bot().equals(bot))
            .filter(each -> each.journal() > 0)
            .isPresent();
    return new Beginnings(reader, earlier, last, ourJournal, then);
  }

  Beginning of(String path) throws IOException, NotNow, NotEver {
    if (last.isEmpty()) {
      return Beginning.NOTHING;
    }
    Signed signed = last.get();
    Long base = signed.bases().get(path);
    if (base != null) {
      return ourJournal ? asOf(base, path) : Beginning.NOTHING;
    }
    if (signed.edited().contains(path)) {
      return ourJournal ? asOf(signed.journal(), path) : Beginning.NOTHING;
    }
    if (!signed.plain() && ourJournal) {
      return asOf(signed.journal(), path);
    }
    ObjectId blob = Composition.id(then, path);
    return blob == null || !isOurs(path)
        ? Beginning.NOTHING
        : new Beginning(
            reader.open(blob, Constants.OBJ_BLOB).getBytes(Integer.MAX_VALUE), signed.journal());
  }

  /** A file as the last commit left it. */
  @Nullable ObjectId left(String path) {
    return Composition.id(then, path);
  }

  /** Whether a file is as the last commit left it, with nothing in it but what was rendered. */
  boolean untouched(String path, @Nullable ObjectId now) throws NotNow, NotEver {
    return last.filter(Signed::plain)
            .filter(each -> !each.edited().contains(path) && !each.bases().containsKey(path))
            .filter(_ -> Objects.equals(Composition.id(then, path), now))
            .isPresent()
        && (now == null || isOurs(path));
  }

  /** The last commit holds people's own files too, and those are not ours to write over. */
  private boolean isOurs(String path) throws NotNow, NotEver {
    return !ourJournal || rendered(last.orElseThrow().journal()).containsKey(path);
  }

  /**
   * The files that were rendered up to the last commit, each with the number as of which. Those
   * that are not rendered now stay as they are, and begin from there when they are rendered again.
   */
  Map<String, Long> bases() throws NotNow, NotEver {
    if (!ourJournal) {
      return Map.of();
    }
    Signed signed = last.orElseThrow();
    Map<String, Long> bases = new HashMap<>();
    rendered(signed.journal()).keySet().forEach(path -> bases.put(path, signed.journal()));
    bases.putAll(signed.bases());
    return bases;
  }

  private Beginning asOf(long number, String path) throws NotNow, NotEver {
    byte[] bytes = number == 0 ? null : rendered(number).get(path);
    return bytes == null ? Beginning.NOTHING : new Beginning(bytes, number);
  }

  private Map<String, byte[]> rendered(long number) throws NotNow, NotEver {
    Map<String, byte[]> known = rendered.get(number);
    if (known != null) {
      return known;
    }
    Map<String, byte[]> files = new HashMap<>();
    for (File file : earlier.asOf(number)) {
      files.put(file.path(), file.text().getBytes(StandardCharsets.UTF_8));
    }
    rendered.put(number, files);
    return files;
  }

  /** The files that are not as the last commit left them. */
  NavigableSet<String> changedIn(DirCache now) {
    NavigableSet<String> changed = new TreeSet<>();
    if (last.isPresent()) {
      for (DirCache one : List.of(then, now)) {
        for (int i = 0; i < one.getEntryCount(); i++) {
          String path = one.getEntry(i).getPathString();
          if (!Objects.equals(Composition.id(then, path), Composition.id(now, path))) {
            changed.add(path);
          }
        }
      }
    }
    return changed;
  }
}
