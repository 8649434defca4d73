package dev.aiwf.core.turn;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must now be done in the world. It is done at least once, in the order of its lane. */
public sealed interface Effect {

  /** What must stay in order with it. */
  String lane();

  /** What makes a waiting effect superfluous because another of the same key waits already. */
  default Optional<String> coalesces() {
    return Optional.empty();
  }

  /** Whether the lane goes on when this one is given up. */
  default boolean steppedOver() {
    return true;
  }

  /** The time before which it must not be done; none if it can be done at once. */
  default Optional<Instant> notBefore() {
    return Optional.empty();
  }

  /** How long it is worth doing, in seconds; none if it always is. */
  default Optional<Long> worthSeconds() {
    return Optional.empty();
  }

  /** Show a message in a channel as it then stands. */
  record Show(ChannelId channel, String message) implements Effect {
    @Override
    public String lane() {
      return "channel " + channel;
    }

    @Override
    public Optional<String> coalesces() {
      return Optional.of(channel + " " + message);
    }
  }

  /** Tell one person something in a channel that the others there do not see. */
  record Whisper(ChannelId channel, Person person, Content content) implements Effect {
    @Override
    public String lane() {
      return "channel " + channel;
    }

    @Override
    public Optional<Long> worthSeconds() {
      return Optional.of(900L);
    }
  }

  /**
   * Look again, at a later time, whether a gate still waits.
   *
   * @param menu the menu of the visit at whose gate somebody is waited for
   * @param count the first reminder, the second and so on
   * @param due when
   */
  record Remind(ProjectId project, String menu, int count, Instant due) implements Effect {
    @Override
    public String lane() {
      return "reminder " + project + " " + menu + " " + count;
    }

    @Override
    public Optional<Instant> notBefore() {
      return Optional.of(due);
    }
  }

  /** Read the repository, or make one. */
  record OpenRepository(ProjectId project, @Nullable String linked) implements Effect {
    @Override
    public String lane() {
      return "repository " + (linked == null ? project : linked);
    }
  }

  /**
   * Read texts that lie in the repository.
   *
   * @param paths which, from its root
   */
  record ReadDocuments(ProjectId project, @Nullable String linked, List<String> paths)
      implements Effect {
    public ReadDocuments {
      paths = List.copyOf(paths);
    }

    @Override
    public String lane() {
      return "repository " + (linked == null ? project : linked);
    }
  }

  /**
   * Read a file that was committed, to show it.
   *
   * @param path its place below the project's folder
   */
  record ReadArtifact(ProjectId project, Repository.Place place, String path) implements Effect {
    @Override
    public String lane() {
      // Not the repository's: a commit that was given up must not keep anybody from reading.
      return "artifact " + project;
    }
  }

  /**
   * Ask the knowledge base.
   *
   * @param step the step that wants to know
   * @param tries how often it was tried, this time included
   * @param due when, if not at once
   */
  record Consult(
      ProjectId project,
      String step,
      List<dev.aiwf.core.workflow.Consult> consults,
      int tries,
      @Nullable Instant due)
      implements Effect {
    public Consult {
      consults = List.copyOf(consults);
    }

    @Override
    public String lane() {
      return "knowledge " + project;
    }

    @Override
    public Optional<Instant> notBefore() {
      return Optional.ofNullable(due);
    }
  }

  /**
   * Have the architect answer.
   *
   * @param by whose tokens it takes
   */
  record Talk(ProjectId project, String talk, PersonId by) implements Effect {
    @Override
    public String lane() {
      return "model " + project;
    }
  }

  /** Have it stop; in a lane of its own, for the other is taken by what is to stop. */
  record StopTalk(ProjectId project, String talk) implements Effect {
    @Override
    public String lane() {
      return "stop " + project;
    }

    @Override
    public Optional<Long> worthSeconds() {
      return Optional.of(600L);
    }
  }

  /**
   * Keep what a finished project decided, for those that come after it.
   *
   * @param number the journal number at which it was finished
   */
  record Remember(ProjectId project, long number) implements Effect {
    @Override
    public String lane() {
      return "memory " + project;
    }
  }

  /**
   * Commit a completed step.
   *
   * @param place where
   * @param number the journal number as of which everything is rendered
   * @param step the step
   * @param title the commit's first line
   * @param author whoever pressed Continue
   * @param trailers what stands under the message, in order
   */
  record Publish(
      ProjectId project,
      Repository.Place place,
      long number,
      String step,
      String title,
      Person author,
      Map<String, List<String>> trailers)
      implements Effect {
    public Publish {
      trailers = Collections.unmodifiableMap(new LinkedHashMap<>(trailers));
    }

    @Override
    public String lane() {
      return "repository " + place.address();
    }

    @Override
    public boolean steppedOver() {
      return false;
    }
  }
}
