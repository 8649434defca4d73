package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Repository.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.blame.BlameGenerator;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads projects' folders in what is on this machine of their repositories. */
final class GitArtifacts implements Artifacts {

  private static final int MOST_COMMITS = 500;

  /** Gives the repository that lies here for a place. */
  @FunctionalInterface
  interface Shelf {
    Optional<Repository> open(Place place) throws IOException, NotEver;
  }

  /** What is read of a branch. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(Repository repository, RevCommit head) throws IOException, NotEver;
  }

  private final Shelf shelf;

  GitArtifacts(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public List<Listed> files(Place place) throws NotNow, NotEver {
    return read(
        place,
        List.of(),
        (repository, head) -> {
          List<Listed> files = new ArrayList<>();
          try (ObjectReader reader = repository.newObjectReader()) {
            DirCache folder = new Folder(place.folder()).files(reader, head.getTree());
            for (int i = 0; i < folder.getEntryCount(); i++) {
              DirCacheEntry entry = folder.getEntry(i);
              if (isFile(entry)) {
                files.add(
                    new Listed(
                        entry.getPathString(),
                        reader.getObjectSize(entry.getObjectId(), ObjectReader.OBJ_ANY)));
              }
            }
          }
          return files;
        });
  }

  @Override
  public Optional<Content> file(Place place, String path) throws NotNow, NotEver {
    ProjectFiles.checkPath(path);
    return read(
        place,
        Optional.empty(),
        (repository, head) -> {
          try (ObjectReader reader = repository.newObjectReader()) {
            DirCacheEntry entry =
                new Folder(place.folder()).files(reader, head.getTree()).getEntry(path);
            return entry == null || !isFile(entry)
                ? Optional.empty()
                : Optional.of(Shown.content(reader.open(entry.getObjectId())));
          }
        });
  }

  @Override
  public void each(Place place, Taking taking) throws NotNow, NotEver {
    var _ =
        read(
            place,
            0,
            (repository, head) -> {
              try (ObjectReader reader = repository.newObjectReader()) {
                DirCache folder = new Folder(place.folder()).files(reader, head.getTree());
                for (int i = 0; i < folder.getEntryCount(); i++) {
                  DirCacheEntry entry = folder.getEntry(i);
                  if (isFile(entry)) {
                    taking.take(
                        entry.getPathString(),
                        reader.open(entry.getObjectId()).getCachedBytes(Integer.MAX_VALUE));
                  }
                }
                return folder.getEntryCount();
              }
            });
  }

  private static boolean isFile(DirCacheEntry entry) {
    return (entry.getRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
  }

  @Override
  public List<Change> commits(Place place, int most) throws NotNow, NotEver {
    return read(
        place,
        List.of(),
        (repository, head) -> {
          List<Change> changes = new ArrayList<>();
          try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(head));
            for (RevCommit commit = walk.next();
                commit != null && changes.size() < Math.min(most, MOST_COMMITS);
                commit = walk.next()) {
              if (isOf(repository, walk, commit, place)) {
                changes.add(Shown.change(commit, place));
              }
            }
          }
          return changes;
        });
  }

  private static boolean isOf(Repository repository, RevWalk walk, RevCommit commit, Place place)
      throws IOException {
    if (Signed.read(commit, Shown.project(place)).isPresent()) {
      return true;
    }
    ObjectId now = Shown.folder(repository, commit, place);
    for (RevCommit parent : commit.getParents()) {
      if (now.equals(Shown.folder(repository, walk.parseCommit(parent), place))) {
        return false;
      }
    }
    return commit.getParentCount() > 0 || !now.equals(ObjectId.zeroId());
  }

  @Override
  public Optional<Detail> commit(Place place, String sha) throws NotNow, NotEver {
    return read(
        place,
        Optional.empty(),
        (repository, head) -> {
          if (!ObjectId.isId(sha)) {
            return Optional.empty();
          }
          try (RevWalk walk = new RevWalk(repository)) {
            ObjectId id = ObjectId.fromString(sha);
            if (!repository.getObjectDatabase().has(id)) {
              return Optional.empty();
            }
            // What else lies there, people may have pushed for others' eyes only.
            return walk.parseAny(id) instanceof RevCommit commit
                    && walk.isMergedInto(commit, walk.parseCommit(head))
                    && isOf(repository, walk, commit, place)
                ? Optional.of(Diffs.detail(repository, commit, place))
                : Optional.empty();
          }
        });
  }

  @Override
  public Optional<Change> blame(Place place, String path, int line) throws NotNow, NotEver {
    ProjectFiles.checkPath(path);
    return read(
        place,
        Optional.empty(),
        (repository, head) -> {
          try (BlameGenerator blame =
              new BlameGenerator(repository, place.folder() + "/" + path).push(null, head)) {
            while (blame.next()) {
              if (blame.getResultStart() < line && line <= blame.getResultEnd()) {
                return Optional.of(Shown.change(blame.getSourceCommit(), place));
              }
            }
            return Optional.empty();
          }
        });
  }

  private <T> T read(Place place, T nothing, Reading<T> reading) throws NotNow, NotEver {
    try {
      Optional<Repository> found = shelf.open(place);
      if (found.isEmpty()) {
        return nothing;
      }
      try (Repository repository = found.get();
          RevWalk walk = new RevWalk(repository)) {
        ObjectId head = Tips.of(repository, place.branch());
        return head == null ? nothing : reading.of(repository, walk.parseCommit(head));
      }
    } catch (IOException e) {
      throw new NotNow("What is kept of %s can't be read just now.".formatted(place.address()), e);
    }
  }
}
