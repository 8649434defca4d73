package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.Artifacts.Detail;
import dev.aiwf.core.project.Repository.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** What a commit changed in a project's folder, line by line. */
final class Diffs {

  private static final int LONGEST = 512 * 1024;
  private static final int LARGEST_FILE = 4 * 1024 * 1024;

  private Diffs() {}

  static Detail detail(Repository repository, RevCommit commit, Place place) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> files = new ArrayList<>();
    boolean cut = false;
    try (DiffFormatter formatter = new DiffFormatter(out);
        ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      formatter.setRepository(repository);
      formatter.setPathFilter(PathFilter.create(place.folder()));
      formatter.setBinaryFileThreshold(LARGEST_FILE);
      AbstractTreeIterator before =
          commit.getParentCount() == 0
              ? new EmptyTreeIterator()
              : tree(reader, walk.parseCommit(commit.getParent(0)).getTree());
      for (DiffEntry entry : formatter.scan(before, tree(reader, commit.getTree()))) {
        // The folder itself, where people put a file in its place.
        if (path(entry).startsWith(place.folder() + "/")) {
          files.add(path(entry).substring(place.folder().length() + 1));
        }
        cut |= out.size() > LONGEST;
        if (!cut) {
          formatter.format(entry);
        }
      }
    }
    String diff = out.toString(StandardCharsets.UTF_8);
    return new Detail(Shown.change(commit, place), commit.getFullMessage(), files, diff, cut);
  }

  private static String path(DiffEntry entry) {
    return entry.getChangeType() == DiffEntry.ChangeType.DELETE
        ? entry.getOldPath()
        : entry.getNewPath();
  }

  private static AbstractTreeIterator tree(ObjectReader reader, ObjectId root) throws IOException {
    return new CanonicalTreeParser(null, reader, root);
  }
}
