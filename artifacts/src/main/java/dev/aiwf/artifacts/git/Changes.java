package dev.aiwf.artifacts.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** What a commit changed in a folder. */
final class Changes {

  private Changes() {}

  static List<String> in(Repository repository, RevCommit commit, String folder)
      throws IOException {
    List<String> changed = new ArrayList<>();
    try (TreeWalk trees = new TreeWalk(repository);
        RevWalk commits = new RevWalk(repository)) {
      if (commit.getParentCount() == 0) {
        trees.addTree(new EmptyTreeIterator());
      } else {
        trees.addTree(commits.parseCommit(commit.getParent(0)).getTree());
      }
      trees.addTree(commit.getTree());
      trees.setRecursive(true);
      trees.setFilter(AndTreeFilter.create(PathFilter.create(folder), TreeFilter.ANY_DIFF));
      while (trees.next()) {
        changed.add(trees.getPathString().substring(folder.length() + 1));
      }
    }
    changed.sort(null);
    return changed;
  }
}
