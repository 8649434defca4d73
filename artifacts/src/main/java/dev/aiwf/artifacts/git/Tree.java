package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.Repositories.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * Files on their way into a tree. What else is in the tree stays, and what was written earlier and
 * is not given now stays too: a step that was reopened does not take its file away.
 *
 * @param folder the project's folder
 * @param texts by path from the repository's root
 */
record Tree(String folder, Map<String, String> texts) {

  /** Refuses paths that would leave the folder or mean something to git or to a system. */
  static Tree checked(String folder, List<File> files) throws NotEver {
    Map<String, String> texts = new LinkedHashMap<>();
    for (File file : files) {
      String path = folder + "/" + file.path();
      check(file.path());
      check(path);
      if (texts.put(path, file.text()) != null) {
        throw new NotEver("\"%s\" would be written twice.".formatted(file.path()));
      }
    }
    return new Tree(folder, texts);
  }

  private static void check(String path) throws NotEver {
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

  /** What was written. */
  record Written(ObjectId tree, List<String> changed) {}

  Written write(ObjectInserter inserter, DirCache before) throws IOException {
    List<String> changed = new ArrayList<>();
    DirCacheEditor editor = before.editor();
    for (Map.Entry<String, String> file : texts.entrySet()) {
      String path = file.getKey();
      ObjectId blob =
          inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8));
      DirCacheEntry known = before.getEntry(path);
      if (known == null || !known.getObjectId().equals(blob)) {
        changed.add(path.substring(folder.length() + 1));
      }
      editor.add(new Put(path, blob));
    }
    editor.finish();
    changed.sort(null);
    return new Written(before.writeTree(inserter), changed);
  }

  private static final class Put extends DirCacheEditor.PathEdit {
    private final ObjectId blob;

    Put(String path, ObjectId blob) {
      super(path);
      this.blob = blob;
    }

    @Override
    public void apply(DirCacheEntry entry) {
      entry.setFileMode(FileMode.REGULAR_FILE);
      entry.setObjectId(blob);
    }
  }
}
