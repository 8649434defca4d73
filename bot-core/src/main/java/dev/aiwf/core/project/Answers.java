package dev.aiwf.core.project;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.workflow.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was answered.
 *
 * @param given by ask
 * @param left asks that were left open on purpose
 * @param changes what can be taken back, the latest last
 */
public record Answers(Map<String, Answer> given, List<String> left, List<Change> changes) {

  static final Answers NONE = new Answers(Map.of(), List.of(), List.of());

  public Answers {
    given = Ordered.copy(given);
    left = List.copyOf(left);
    changes = List.copyOf(changes);
  }

  /** The answer to an ask, if there is one. */
  public Optional<Answer> to(String ask) {
    return Optional.ofNullable(given.get(ask));
  }

  /** The value an ask was answered with, if any. */
  public @Nullable Value value(String ask) {
    Answer answer = given.get(ask);
    return answer == null ? null : answer.value();
  }

  /** Whether an ask needs no more attention: it holds an answer that stands, or was left open. */
  public boolean settled(String ask) {
    Answer answer = given.get(ask);
    return answer == null ? left.contains(ask) : !answer.stale();
  }

  /** What an undo would take back now. */
  public Optional<Change> lastChange() {
    return changes.isEmpty() ? Optional.empty() : Optional.of(changes.getLast());
  }

  Answers answered(String ask, Answer answer) {
    return new Answers(
        Ordered.with(given, ask, answer),
        without(left, ask),
        remembering(answer.command(), answer.by(), ask));
  }

  Answers leftOpen(String ask, String command, PersonId by) {
    return new Answers(
        Ordered.without(given, ask), Ordered.withOnce(left, ask), remembering(command, by, ask));
  }

  /** The answers as they were before the last change, which is that command's. */
  public Answers undone(String command) {
    Change last = changes.getLast();
    if (!last.command().equals(command)) {
      throw new IllegalStateException("only the last change can be undone, not " + command);
    }
    Answers undone = new Answers(given, left, changes.subList(0, changes.size() - 1));
    for (Before before : last.before().reversed()) {
      undone = undone.restored(before);
    }
    return undone;
  }

  Answers stale(String ask, List<String> because, String command, PersonId by) {
    Answer answer = given.get(ask);
    return answer == null
        ? this
        : new Answers(
            Ordered.with(given, ask, answer.stale(because)), left, remembering(command, by, ask));
  }

  /** What was answered before a step was left stays; it is revised rather than undone. */
  Answers closed() {
    return new Answers(given, left, List.of());
  }

  private Answers restored(Before before) {
    Answer answer = before.answer();
    return new Answers(
        answer == null
            ? Ordered.without(given, before.ask())
            : Ordered.with(given, before.ask(), answer),
        before.left() ? Ordered.withOnce(left, before.ask()) : without(left, before.ask()),
        changes);
  }

  private List<Change> remembering(String command, PersonId by, String ask) {
    Before before = new Before(ask, given.get(ask), left.contains(ask));
    if (!changes.isEmpty() && changes.getLast().command().equals(command)) {
      List<Change> longer = new ArrayList<>(changes.subList(0, changes.size() - 1));
      longer.add(new Change(command, by, Ordered.with(changes.getLast().before(), before)));
      return longer;
    }
    return Ordered.with(changes, new Change(command, by, List.of(before)));
  }

  private static List<String> without(List<String> list, String item) {
    return list.stream().filter(other -> !other.equals(item)).toList();
  }

  /**
   * An answer.
   *
   * @param value what was answered
   * @param via how it came about
   * @param by who gave it
   * @param at when
   * @param command the command it came with
   * @param fact the number of the fact that holds it
   * @param staleBecause the asks it rests on that changed since; empty while it stands
   * @param basis what it rests on, where it was read out of words or advised
   */
  public record Answer(
      Value value,
      Fact.Via via,
      PersonId by,
      Instant at,
      String command,
      long fact,
      List<String> staleBecause,
      Fact.@Nullable Basis basis) {
    public Answer {
      staleBecause = List.copyOf(staleBecause);
    }

    /** Whether what it rests on changed since. */
    public boolean stale() {
      return !staleBecause.isEmpty();
    }

    Answer stale(List<String> because) {
      return new Answer(value, via, by, at, command, fact, because, basis);
    }
  }

  /**
   * What one command changed, so that it can be taken back.
   *
   * @param command that command
   * @param by who sent it
   * @param before what stood there
   */
  public record Change(String command, PersonId by, List<Before> before) {
    public Change {
      before = List.copyOf(before);
    }
  }

  /** What stood at an ask before. */
  public record Before(String ask, @Nullable Answer answer, boolean left) {}
}
