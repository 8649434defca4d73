package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.Artifacts.Change;
import dev.aiwf.core.port.Artifacts.Content;
import dev.aiwf.core.project.Repository.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Git's things as they are shown. */
final class Shown {

  private static final int LARGEST = 2 * 1024 * 1024;

  private Shown() {}

  static String project(Place place) {
    return place.folder().substring(place.folder().lastIndexOf('/') + 1);
  }

  /** The folder's tree in a commit; zeros where it has none. */
  static ObjectId folder(Repository repository, RevCommit commit, Place place) throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(repository, place.folder(), commit.getTree())) {
      return walk == null ? ObjectId.zeroId() : walk.getObjectId(0);
    }
  }

  static Change change(RevCommit commit, Place place) {
    Optional<Signed> signed = Signed.read(commit, project(place));
    return new Change(
        commit.name(),
        commit.getShortMessage(),
        commit.getAuthorIdent().getName(),
        commit.getAuthorIdent().getWhenAsInstant(),
        signed.isEmpty()
            ? null
            : commit.getFooterLines("Aiwf-Step").stream().findFirst().orElse(null),
        signed.map(Signed::number).orElse(null));
  }

  static Content content(ObjectLoader loader) throws IOException {
    if (loader.getSize() > LARGEST) {
      return new Content.Unshown("The file is too large to show.", loader.getSize());
    }
    byte[] bytes = loader.getBytes();
    if (!RawText.isBinary(bytes)) {
      try {
        return new Content.Text(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      } catch (CharacterCodingException e) {
        // Told below: it may be text in another spelling.
      }
    }
    return new Content.Unshown("The file is no text in UTF-8.", loader.getSize());
  }
}
