package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/**
 * A project's folder in a tree. Only the trees on the way to it are read and written anew, however
 * many files lie beside it.
 */
record Folder(String path) {

  /** An entry; its name has one character for each byte, whatever spelling those are in. */
  private record Item(String raw, FileMode mode, ObjectId id) {

    /** Git sorts a folder as if its name ended in a slash. */
    String order() {
      return mode.equals(FileMode.TREE) ? raw + "/" : raw;
    }
  }

  private static String raw(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** The files in it, by their paths below it; none where there is no such folder. */
  DirCache files(ObjectReader reader, @Nullable ObjectId root) throws IOException, NotEver {
    ObjectId tree = root;
    String walked = "";
    for (String name : path.split("/", -1)) {
      if (tree == null) {
        break;
      }
      walked = walked.isEmpty() ? name : walked + "/" + name;
      tree = child(items(reader, tree), name, walked);
    }
    return tree == null ? DirCache.newInCore() : DirCache.read(reader, tree);
  }

  /** The root with this folder's files put in. */
  ObjectId put(
      ObjectReader reader, ObjectInserter inserter, @Nullable ObjectId root, DirCache files)
      throws IOException, NotEver {
    ObjectId folder = files.writeTree(inserter);
    return put(reader, inserter, root, List.of(path.split("/", -1)), folder);
  }

  private ObjectId put(
      ObjectReader reader,
      ObjectInserter inserter,
      @Nullable ObjectId tree,
      List<String> names,
      ObjectId folder)
      throws IOException, NotEver {
    if (names.isEmpty()) {
      return folder;
    }
    List<Item> items = tree == null ? new ArrayList<>() : items(reader, tree);
    String name = names.getFirst();
    ObjectId below = child(items, name, name);
    ObjectId now = put(reader, inserter, below, names.subList(1, names.size()), folder);
    items.removeIf(item -> item.raw().equals(raw(name)));
    items.add(new Item(raw(name), FileMode.TREE, now));
    items.sort(Comparator.comparing(Item::order));
    TreeFormatter formatter = new TreeFormatter();
    items.forEach(item ->
        formatter.append(item.raw().getBytes(StandardCharsets.ISO_8859_1), item.mode(), item.id()));
    return inserter.insert(formatter);
  }

  private static @Nullable ObjectId child(List<Item> items, String name, String walked)
      throws NotEver {
    for (Item item : items) {
      if (item.raw().equals(raw(name))) {
        if (!item.mode().equals(FileMode.TREE)) {
          throw inTheWay(walked, item.mode());
        }
        return item.id();
      }
    }
    return null;
  }

  private static List<Item> items(ObjectReader reader, ObjectId tree) throws IOException {
    List<Item> items = new ArrayList<>();
    CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
    while (!parser.eof()) {
      byte[] name = new byte[parser.getNameLength()];
      parser.getName(name, 0);
      items.add(
          new Item(
              new String(name, StandardCharsets.ISO_8859_1),
              parser.getEntryFileMode(),
              parser.getEntryObjectId()));
      parser.next();
    }
    return items;
  }

  /** Refuses to write where something else than a file stands in the way. */
  static void checkFree(DirCache files, String path) throws NotEver {
    DirCacheEntry entry = files.getEntry(path);
    if (entry != null && (entry.getRawMode() & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
      throw inTheWay(path, entry.getFileMode());
    }
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      DirCacheEntry above = files.getEntry(path.substring(0, slash));
      if (above != null) {
        throw inTheWay(path.substring(0, slash), above.getFileMode());
      }
    }
    if (files.getEntriesWithin(path).length > 0) {
      throw inTheWay(path, FileMode.TREE);
    }
  }

  private static NotEver inTheWay(String path, FileMode mode) {
    String what =
        switch (mode.getBits() & FileMode.TYPE_MASK) {
          case FileMode.TYPE_SYMLINK -> "a symbolic link";
          case FileMode.TYPE_GITLINK -> "a submodule";
          case FileMode.TYPE_TREE -> "a folder";
          default -> "a file";
        };
    return new NotEver(
        ("In the repository \"%s\" is %s, and the project's files would go through it. Nothing was"
                + " committed; move it away there, then have it tried again.")
            .formatted(path, what));
  }
}
