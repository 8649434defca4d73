package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories.Change;
import dev.aiwf.core.port.Repositories.Edit;
import dev.aiwf.core.port.Repositories.Publication;
import dev.aiwf.core.project.Repository.Collision;
import dev.aiwf.core.project.Repository.Keep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what the project says now, what was rendered for its last commit, and what people
 * made of that since. What else is in the tree stays, and so does a file that no step writes now.
 */
final class Composition {

  /** The project's state is written by the program alone. */
  private static final String SIDECAR = "sidecar.yaml";

  private static final int LARGEST_MERGED = 4 * 1024 * 1024;

  private final ObjectReader reader;
  private final ObjectInserter inserter;
  private final Folder folder;
  private final Publication publication;
  private final Map<String, byte[]> ours;

  private final NavigableSet<String> edited = new TreeSet<>();
  private final NavigableMap<String, Long> bases = new TreeMap<>();
  private final List<Collision> collisions = new ArrayList<>();

  Composition(
      ObjectReader reader,
      ObjectInserter inserter,
      Publication publication,
      Map<String, byte[]> ours) {
    this.reader = reader;
    this.inserter = inserter;
    this.folder = new Folder(publication.effect().place().folder());
    this.publication = publication;
    this.ours = ours;
  }

  /**
   * Composes a commit.
   *
   * @param root the tree it will follow; none for the first of all
   * @param last the project's last commit in that history
   */
  Composed on(@Nullable ObjectId root, Optional<Signed> last, String bot)
      throws IOException, NotNow, NotEver {
    DirCache there = folder.files(reader, root);
    Beginnings beginnings = Beginnings.of(reader, folder, publication.earlier(), last, bot);
    List<Edit> edits = edits(there, beginnings);
    List<String> changed = new ArrayList<>();
    DirCacheEditor editor = there.editor();
    for (Map.Entry<String, byte[]> file : ours.entrySet()) {
      String path = file.getKey();
      Folder.checkFree(there, path);
      ObjectId theirs = id(there, path);
      byte[] now = merged(path, file.getValue(), theirs, beginnings);
      if (now == null) {
        continue;
      }
      if (!inserter.idFor(Constants.OBJ_BLOB, now).equals(theirs)) {
        changed.add(path);
        editor.add(new Put(path, inserter.insert(Constants.OBJ_BLOB, now)));
      }
    }
    carryOver(beginnings);
    editor.finish();
    changed.sort(null);
    ObjectId tree = folder.put(reader, inserter, root, there);
    return new Composed(tree, changed, edits, collisions, edited, bases);
  }

  /** What becomes of a file; none if it is to stay deleted. */
  private byte @Nullable [] merged(
      String path, byte[] now, @Nullable ObjectId theirsId, Beginnings beginnings)
      throws IOException, NotNow, NotEver {
    boolean stands = inserter.idFor(Constants.OBJ_BLOB, now).equals(theirsId);
    if (path.equals(SIDECAR) || stands || beginnings.untouched(path, theirsId)) {
      return now;
    }
    byte[] theirs = theirsId == null ? null : bytes(theirsId);
    Beginning beginning = beginnings.of(path);
    byte[] base = beginning.bytes();
    if (Arrays.equals(base, theirs)) {
      return now;
    }
    if (Arrays.equals(base, now)) {
      edited.add(path);
      return theirs;
    }
    return bothChanged(path, now, theirsId, theirs, beginning);
  }

  private byte @Nullable [] bothChanged(
      String path,
      byte[] now,
      @Nullable ObjectId theirsId,
      byte @Nullable [] theirs,
      Beginning beginning) {
    String name = theirsId == null ? ObjectId.zeroId().name() : theirsId.name();
    Optional<Keep> settled =
        publication.resolutions().stream()
            .filter(each -> each.path().equals(path) && each.theirs().equals(name))
            .map(each -> each.keep())
            .findFirst();
    Keep keep = settled.orElse(Keep.THEIRS);
    Merge merge = merge(beginning.bytes(), now, theirs, keep);
    byte[] result = theirs == null && keep == Keep.THEIRS ? null : merge.bytes();
    if (!Arrays.equals(result, now)) {
      edited.add(path);
    }
    if (merge.collides() && settled.isEmpty()) {
      bases.put(path, beginning.number());
      collisions.add(new Collision(path, named(result), merge.ours(), merge.theirs()));
    }
    return result;
  }

  private static Merge merge(
      byte @Nullable [] base, byte[] now, byte @Nullable [] theirs, Keep keep) {
    if (theirs == null) {
      return Merge.whole(now, new byte[0], "The file was deleted.", keep);
    }
    if (theirs.length > LARGEST_MERGED) {
      return Merge.whole(now, theirs, "The file is too large to show.", keep);
    }
    return Merge.of(Objects.requireNonNullElse(base, new byte[0]), now, theirs, keep);
  }

  /** The blob that a collision is settled by: the one that will then stand in the branch. */
  private String named(byte @Nullable [] result) {
    return (result == null ? ObjectId.zeroId() : inserter.idFor(Constants.OBJ_BLOB, result)).name();
  }

  /** What is not written now may be written again later, and people's edits in it still count. */
  private void carryOver(Beginnings beginnings) throws NotNow, NotEver {
    beginnings
        .bases()
        .forEach((path, number) -> {
          if (!ours.containsKey(path)) {
            bases.put(path, number);
          }
        });
  }

  private List<Edit> edits(DirCache there, Beginnings beginnings) throws IOException {
    List<Edit> edits = new ArrayList<>();
    for (String path : beginnings.changedIn(there)) {
      if (ours.containsKey(path)) {
        edits.add(new Edit(path, path.equals(SIDECAR) ? told(there, beginnings) : null));
      }
    }
    return edits;
  }

  /** Both texts; none where people took the file away or put it there. */
  private @Nullable Change told(DirCache there, Beginnings beginnings) throws IOException {
    ObjectId before = beginnings.left(SIDECAR);
    ObjectId after = id(there, SIDECAR);
    return before == null || after == null
        ? null
        : new Change(text(bytes(before)), text(bytes(after)));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private byte[] bytes(ObjectId blob) throws IOException {
    return reader.open(blob, Constants.OBJ_BLOB).getBytes(Integer.MAX_VALUE);
  }

  static @Nullable ObjectId id(DirCache files, String path) {
    DirCacheEntry entry = files.getEntry(path);
    return entry == null ? null : entry.getObjectId();
  }

  private static final class Put extends DirCacheEditor.PathEdit {
    private final ObjectId blob;

    Put(String path, ObjectId blob) {
      super(path);
      this.blob = blob;
    }

    @Override
    public void apply(DirCacheEntry entry) {
      if (entry.getRawMode() == 0) {
        entry.setFileMode(FileMode.REGULAR_FILE);
      }
      entry.setObjectId(blob);
    }
  }
}
