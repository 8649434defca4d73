package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.mono;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Repository.Keep;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Clean;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What there is to say about the files: where they go, and what people did to them. */
final class RepositoryMessages {

  private static final int MOST_NAMED = 5;
  private static final int LONGEST_EXCERPT = 800;

  private RepositoryMessages() {}

  /** Both sides of lines that collide, and the question whose stay. */
  static Content collision(Sidecar sidecar, Repository.Collision collision) {
    Controls controls = new Controls(sidecar.id(), MessageKeys.collision(collision.path()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Say.line(
            plain("⚠ "),
            mono(collision.path()),
            plain(" was edited in the same lines that the project now writes otherwise.")));
    blocks.add(Say.line(strong("In the file:")));
    blocks.add(shown(collision.beside()));
    blocks.add(Say.line(strong("From the project:")));
    blocks.add(shown(collision.ours()));
    blocks.add(note(plain("The file keeps what stands in it until somebody chooses.")));
    blocks.add(
        new Block.Buttons(
            List.of(
                controls.send(
                    "Keep the file's", Button.Style.PLAIN, resolve(collision, Keep.THEIRS)),
                controls.send(
                    "Write the project's", Button.Style.PLAIN, resolve(collision, Keep.OURS)))));
    return new Content(blocks);
  }

  private static Action resolve(Repository.Collision collision, Keep keep) {
    return new Action.Resolve(collision.path(), collision.theirs(), keep);
  }

  private static Block shown(String lines) {
    return lines.isEmpty()
        ? Say.line(plain("(nothing)"))
        : new Block.Code(Clean.shortened(lines, LONGEST_EXCERPT));
  }

  /** What a settled collision is left with. */
  static String settled(Keep keep) {
    return switch (keep) {
      case OURS -> "Settled: the project's lines, by ";
      case THEIRS -> "Settled: the file's lines, by ";
    };
  }

  /** What a commit met that people did not expect. */
  static Optional<Content> published(@Nullable Sidecar before, Fact.Published published) {
    List<Block> blocks = new ArrayList<>();
    if (!published.edited().isEmpty()) {
      blocks.add(Say.line(edited(published.edited())));
    }
    Repository.Elsewhere elsewhere = published.elsewhere();
    if (before != null && !Objects.equals(elsewhere, before.repository().elsewhere())) {
      blocks.add(elsewhere == null ? back(before) : elsewhere(elsewhere));
    }
    return blocks.isEmpty() ? Optional.empty() : Optional.of(new Content(blocks));
  }

  private static Span[] edited(List<String> paths) {
    List<Span> line = new ArrayList<>();
    line.add(plain("Edited in the repository, and kept: "));
    for (String path : paths.subList(0, Math.min(paths.size(), MOST_NAMED))) {
      if (line.size() > 1) {
        line.add(plain(", "));
      }
      line.add(mono(path));
    }
    line.add(
        plain(
            paths.size() > MOST_NAMED
                ? " and %d more.".formatted(paths.size() - MOST_NAMED)
                : "."));
    return line.toArray(Span[]::new);
  }

  private static Block elsewhere(Repository.Elsewhere elsewhere) {
    List<Span> line = new ArrayList<>();
    line.add(plain(elsewhere.why() + " Commits wait on "));
    line.add(mono(elsewhere.branch()));
    line.add(plain(elsewhere.link() == null ? "." : ": " + elsewhere.link()));
    return Say.line(line.toArray(Span[]::new));
  }

  private static Block back(Sidecar before) {
    Repository.Place place = before.repository().place();
    return Say.line(
        plain("Commits go to "),
        mono(place == null ? "the branch" : place.branch()),
        plain(" again."));
  }

  static Content moved(Repository.Place place) {
    return Content.of(
        plain("Files go to "),
        mono(place.address()),
        plain(" on "),
        mono(place.branch()),
        plain(" from here on. What was committed before stays where it is."));
  }

  static Content linkRefused(Sidecar sidecar, String address, String reason) {
    Repository.Place place = sidecar.repository().place();
    return Content.of(
        strong("The repository could not be linked. "),
        plain(reason + " ("),
        mono(address),
        plain(") Files go to "),
        mono(place == null ? "nowhere yet" : place.address()),
        plain(" as before."));
  }
}
