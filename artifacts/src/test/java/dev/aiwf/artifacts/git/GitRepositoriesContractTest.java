package dev.aiwf.artifacts.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.project.Repository;
import dev.aiwf.testkit.SettableClock;
import dev.aiwf.testkit.contract.RepositoriesContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoriesContractTest extends RepositoriesContract {

  @TempDir Path data;
  @TempDir Path clones;

  @Override
  protected Repositories empty() {
    return new GitRepositories(
        data.resolve("repositories"), SettableClock.begun(), GitSettings.of("here"));
  }

  @Override
  protected Map<String, String> files(Repository.Place place) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var git = git(place);
        RevWalk walk = new RevWalk(git)) {
      ObjectId head = git.resolve("refs/heads/" + place.branch());
      DirCache tree = DirCache.read(walk.getObjectReader(), walk.parseCommit(head).getTree());
      for (int i = 0; i < tree.getEntryCount(); i++) {
        DirCacheEntry entry = tree.getEntry(i);
        assertThat(entry.getPathString()).startsWith(place.folder() + "/");
        files.put(
            entry.getPathString().substring(place.folder().length() + 1),
            new String(git.open(entry.getObjectId()).getBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Override
  protected List<String> commits(Repository.Place place) throws IOException {
    List<String> commits = new ArrayList<>();
    try (var git = git(place);
        RevWalk walk = new RevWalk(git)) {
      ObjectId head = git.resolve("refs/heads/" + place.branch());
      if (head != null) {
        walk.markStart(walk.parseCommit(head));
        for (RevCommit commit : walk) {
          commits.addFirst(commit.name());
        }
      }
    }
    return commits;
  }

  @Override
  protected void edit(Repository.Place place, String path, @Nullable String text)
      throws IOException {
    Path clone = Files.createTempDirectory(clones, "clone");
    GitProgram somebody = GitProgram.clone(data.resolve(place.address()), clone);
    somebody.take(place.branch());
    Path file = clone.resolve(place.folder()).resolve(path);
    if (text == null) {
      Files.delete(file);
    } else {
      Files.writeString(file, text);
    }
    somebody.push("Edit " + path, place.branch());
  }

  private org.eclipse.jgit.lib.Repository git(Repository.Place place) throws IOException {
    return new FileRepositoryBuilder()
        .setGitDir(data.resolve(place.address()).toFile())
        .setMustExist(true)
        .build();
  }
}
