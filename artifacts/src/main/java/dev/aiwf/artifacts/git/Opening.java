package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.port.Repositories.Found;
import dev.aiwf.core.port.Repositories.Opened;
import dev.aiwf.core.project.Repository.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Reads what a repository holds already when a project comes to it. */
final class Opening {

  private static final String SIDECAR = "sidecar.yaml";
  private static final int MOST_FOUND = 5;
  private static final int MOST_DOCUMENTS = 12;
  private static final int LARGEST = 256 * 1024;
  private static final int LARGEST_SIDECAR = 1024 * 1024;
  private static final int MOST_LOOKED_AT = 200_000;
  private static final Pattern DOCUMENT = Pattern.compile("(?i)readme\\.md|docs/[^/]+\\.md");

  private final Repository mirror;
  private final Place place;
  private final List<File> sidecars = new ArrayList<>();
  private final List<File> documents = new ArrayList<>();

  private Opening(Repository mirror, Place place) {
    this.mirror = mirror;
    this.place = place;
  }

  static Opened read(Remote remote, Repository mirror, Place place)
      throws IOException, NotNow, NotEver {
    return at(
        new RemoteLine(remote, mirror, place.branch()).tip(newest(place.folder())).head(),
        mirror,
        place);
  }

  /** One of a project's own; it outlives the database that it was written from. */
  static Opened read(Repository own, Place place) throws IOException, NotEver {
    return at(own.resolve(Constants.R_HEADS + place.branch()), own, place);
  }

  private static Opened at(@Nullable ObjectId head, Repository repository, Place place)
      throws IOException, NotEver {
    return head == null
        ? new Opened(place, List.of(), List.of())
        : new Opening(repository, place).at(head);
  }

  private Opened at(ObjectId head) throws IOException, NotEver {
    try (RevWalk commits = new RevWalk(mirror)) {
      ObjectId root = commits.parseCommit(head).getTree();
      var _ = new Folder(place.folder()).files(commits.getObjectReader(), root);
      look(root);
    }
    sidecars.sort(
        Comparator.comparingInt((File each) -> folder(each.path()).equals(place.folder()) ? 0 : 1)
            .thenComparingInt(each -> each.path().length())
            .thenComparing(File::path));
    List<Found> found = new ArrayList<>();
    for (File each : sidecars.stream().limit(MOST_FOUND).toList()) {
      String bot =
          History.of(mirror, head, newest(folder(each.path())))
              .newest()
              .map(Signed::bot)
              .orElse(null);
      found.add(new Found(each.path(), each.text(), head.name(), bot));
    }
    return new Opened(place, found, documents);
  }

  private void look(ObjectId root) throws IOException {
    try (TreeWalk walk = new TreeWalk(mirror)) {
      walk.addTree(root);
      walk.setRecursive(true);
      for (int i = 0; i < MOST_LOOKED_AT && walk.next(); i++) {
        String path = walk.getPathString();
        if ((walk.getRawMode(0) & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
          continue;
        }
        if (path.equals(SIDECAR) || path.endsWith("/" + SIDECAR)) {
          keep(sidecars, Integer.MAX_VALUE, LARGEST_SIDECAR, path, walk.getObjectId(0));
        } else if (DOCUMENT.matcher(path).matches()) {
          keep(documents, MOST_DOCUMENTS, LARGEST, path, walk.getObjectId(0));
        }
      }
    }
  }

  private void keep(List<File> kept, int most, int largest, String path, ObjectId blob)
      throws IOException {
    String text = kept.size() < most ? text(blob, largest) : null;
    if (text != null) {
      kept.add(new File(path, text));
    }
  }

  /** A small text; none if it is something else. */
  private @Nullable String text(ObjectId blob, int largest) throws IOException {
    ObjectLoader loader = mirror.open(blob);
    if (loader.getSize() > largest) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(loader.getBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** Comes after every commit of the project whose folder it is. */
  private static EffectMark newest(String folder) {
    return new EffectMark(folder.substring(folder.lastIndexOf('/') + 1), Long.MAX_VALUE, "");
  }
}
