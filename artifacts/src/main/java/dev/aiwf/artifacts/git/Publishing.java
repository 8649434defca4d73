package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories.Commit;
import dev.aiwf.core.port.Repositories.Publication;
import dev.aiwf.core.project.Repository.Elsewhere;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Takes one publication to its commit: look where the branch is, find the commit if it was made
 * already, else compose it and move the branch; from the beginning again if somebody was quicker.
 */
final class Publishing {

  private static final int MOST_TRIES = 6;

  private final Line line;
  private final InstantSource clock;
  private final String bot;
  private final Publication publication;
  private final EffectMark mark;
  private final String folder;
  private final Map<String, byte[]> ours;

  Publishing(Line line, InstantSource clock, String bot, Publication publication) throws NotEver {
    this.line = line;
    this.clock = clock;
    this.bot = bot;
    this.publication = publication;
    this.mark = new EffectMark(publication.effect(), publication.number());
    this.folder = publication.effect().place().folder();
    this.ours = ProjectFiles.checked(folder, publication.files());
  }

  Commit commit() throws IOException, NotNow, NotEver {
    for (int i = 0; i < MOST_TRIES; i++) {
      Line.Tip tip = line.tip(mark);
      if (tip.history().made().isPresent()) {
        return again(tip.history().made().get(), tip.elsewhere());
      }
      checkAlone(tip.history().newest());
      Optional<Commit> made = onto(tip);
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw new NotNow(
        "Others push to %s all the time; it is tried again."
            .formatted(publication.effect().place().address()),
        (Throwable) null);
  }

  /** Two installations that write the same project would undo each other's work. */
  private void checkAlone(Optional<Signed> newest) throws NotEver {
    String other = newest.map(Signed::bot).orElse(null);
    if (other != null
        && !bot.isEmpty()
        && !other.equals(bot)
        && !publication.predecessors().contains(other)) {
      throw new NotEver(
          ("Another aiwf, \"%s\", commits to %s in %s; this one is \"%s\" and steps back. Nothing"
                  + " was committed. Stop one of them, or resume the project here to take it over.")
              .formatted(other, folder, publication.effect().place().address(), bot));
    }
  }

  private Optional<Commit> onto(Line.Tip tip) throws IOException, NotNow, NotEver {
    try (ObjectReader reader = line.repository().newObjectReader();
        Writing writing = new Writing(line.repository(), ours.size());
        RevWalk walk = new RevWalk(reader)) {
      ObjectInserter inserter = writing.inserter();
      ObjectId root = tip.head() == null ? null : walk.parseCommit(tip.head()).getTree().getId();
      Composed composed =
          new Composition(reader, inserter, publication, ours)
              .on(root, tip.history().newest(), bot);
      ObjectId commit = inserter.insert(builder(tip, composed));
      writing.flush();
      return switch (line.move(tip, commit)) {
        case Line.Moved.Done(var elsewhere) ->
            Optional.of(result(commit, composed, composed.changed(), elsewhere));
        case Line.Moved.Behind() -> Optional.empty();
      };
    }
  }

  /** What was said of a commit when it was made, worked out from what it was made of. */
  private Commit again(Signed made, @Nullable Elsewhere elsewhere)
      throws IOException, NotNow, NotEver {
    RevCommit commit = made.commit();
    List<String> changed = Changes.in(line.repository(), commit, folder);
    if (!made.plain()) {
      return new Commit(commit.name(), changed, List.of(), List.of(), elsewhere);
    }
    try (ObjectReader reader = line.repository().newObjectReader();
        ObjectInserter inserter = line.repository().newObjectInserter();
        RevWalk walk = new RevWalk(reader)) {
      ObjectId parent = commit.getParentCount() == 0 ? null : commit.getParent(0);
      ObjectId root = parent == null ? null : walk.parseCommit(parent).getTree().getId();
      Optional<Signed> before = History.of(line.repository(), parent, mark).newest();
      Composed composed =
          new Composition(reader, inserter, publication, ours).on(root, before, bot);
      return result(commit, composed, changed, elsewhere);
    }
  }

  private static Commit result(
      ObjectId commit, Composed composed, List<String> changed, @Nullable Elsewhere elsewhere) {
    return new Commit(commit.name(), changed, composed.edits(), composed.collisions(), elsewhere);
  }

  private CommitBuilder builder(Line.Tip tip, Composed composed) {
    Instant now = time(tip.history().newest());
    CommitBuilder builder = new CommitBuilder();
    builder.setTreeId(composed.tree());
    builder.setParentIds(tip.head() == null ? List.of() : List.of(tip.head()));
    builder.setAuthor(People.author(publication.effect().author(), now));
    builder.setCommitter(People.program(now));
    builder.setEncoding(StandardCharsets.UTF_8);
    builder.setMessage(CommitMessage.of(publication.effect(), mark, bot, composed));
    return builder;
  }

  /** A history is walked by its times: a clock that was put back must not turn it around. */
  private Instant time(Optional<Signed> newest) {
    Instant now = clock.instant();
    return newest
        .map(each -> Instant.ofEpochSecond(each.commit().getCommitTime()))
        .filter(now::isBefore)
        .orElse(now);
  }
}
