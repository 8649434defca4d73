package dev.aiwf.core.port;

import dev.aiwf.core.project.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator may look at and do: projects, what is stored of them, effects not done. */
public interface Operations {

  /** How the store is, and what waits in it. */
  Health health();

  /**
   * How the store is, and what waits in it.
   *
   * @param store which database it is
   * @param doubts a sentence for each reason to doubt that it keeps what it takes
   * @param hindrance why nothing more is taken in just now; none if it is
   * @param commands that wait for their turn
   * @param inboxAge how long the oldest of them has waited
   * @param effects that wait to be done
   * @param laneAge how long the oldest of them has waited
   * @param held effects that wait for a word since a restore
   * @param givenUp effects that somebody should look at
   * @param triedAgain messages that were tried more than once until they were shown: where the
   *     answer to a try was lost, one may stand twice
   * @param tokensToday what talking with a model took since midnight UTC
   */
  record Health(
      String store,
      List<String> doubts,
      @Nullable String hindrance,
      long commands,
      Duration inboxAge,
      long effects,
      Duration laneAge,
      long held,
      long givenUp,
      long triedAgain,
      long tokensToday) {
    public Health {
      doubts = List.copyOf(doubts);
    }
  }

  /** All projects, the latest touched first. */
  List<Projects.Line> projects();

  /** Holds what is stored of every project against its journal; changes nothing. */
  Proofs proofs();

  /** Replaces what is stored of a project wherever its journal says otherwise. */
  Proofs rebuild();

  /**
   * The effects that are not done: what was given up, then what is held, then what waits, each with
   * the oldest first.
   */
  List<EffectLine> effects();

  /** An effect that is not done; none if there is no such effect, or it is done. */
  Optional<EffectLine> effect(long effect);

  /** Has an effect that was given up tried again; false if there is no such effect. */
  boolean retry(long effect);

  /** Ends an effect that was given up or is held, undone; false if there is no such effect. */
  boolean drop(long effect);

  /** Lets go of everything that is held since a restore; answers how many effects these were. */
  int release();

  /**
   * What came of holding projects against their journals.
   *
   * @param projects how many there are
   * @param different those of which something else was stored than their journal says
   * @param broken those whose journal can't be read to its end; nothing was done about them
   */
  record Proofs(int projects, List<ProjectId> different, List<ProjectId> broken) {
    public Proofs {
      different = List.copyOf(different);
      broken = List.copyOf(broken);
    }
  }

  /**
   * An effect that is not done.
   *
   * @param id its number in the outbox
   * @param kind what is to be done
   * @param lane what stays in order with it
   * @param tries how often it was tried
   * @param at when it came to be
   * @param notBefore when it is tried next; none if at once
   * @param error what it met the last time
   */
  record EffectLine(
      long id,
      String kind,
      ProjectId project,
      String lane,
      State state,
      int tries,
      Instant at,
      @Nullable Instant notBefore,
      @Nullable String error) {}

  /** Where an effect stands that is not done. */
  enum State {
    /** Its turn comes by itself. */
    WAITING,
    /** It waits for a word, since a restore. */
    HELD,
    /** It can't be done; a retry by hand may work. */
    GIVEN_UP;

    /** As it is written and read. */
    public String key() {
      return switch (this) {
        case WAITING -> "waiting";
        case HELD -> "held";
        case GIVEN_UP -> "given-up";
      };
    }
  }
}
