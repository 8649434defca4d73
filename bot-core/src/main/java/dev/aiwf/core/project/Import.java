package dev.aiwf.core.project;

import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sidecar that lies in a repository has to give to a project. Who signed, who approved and
 * in which role is not among it.
 *
 * @param source where it was read
 * @param name what the project is called there
 * @param depth how far it went into things; none if that was not said
 * @param written the day on which it was last written, as far as it says so
 * @param done how many steps it says were done
 * @param completed the steps that need not be gone through again
 * @param answers what was answered and decided
 * @param left asks that were left open on purpose
 * @param notes what was noted on decisions, and choices that fit none of their options
 * @param met how warnings will be met, by the warning's id
 * @param more what the workflow has no place for, in YAML; none if there is nothing
 * @param doubts what could not be taken as it stands, a sentence each
 */
public record Import(
    Source source,
    String name,
    @Nullable Depth depth,
    @Nullable String written,
    int done,
    List<String> completed,
    List<Answer> answers,
    List<String> left,
    List<Note> notes,
    Map<String, String> met,
    @Nullable String more,
    List<String> doubts) {

  public Import {
    completed = List.copyOf(completed);
    answers = List.copyOf(answers);
    left = List.copyOf(left);
    notes = List.copyOf(notes);
    met = Ordered.copy(met);
    doubts = List.copyOf(doubts);
  }

  /** One that can't be read, and why. */
  public static Import unreadable(Source source, String why) {
    return new Import(
        source,
        "",
        null,
        null,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        null,
        List.of(why));
  }

  /** Whether there is nothing in it to go on from. */
  public boolean empty() {
    return completed.isEmpty() && answers.isEmpty() && notes.isEmpty();
  }

  /**
   * Where a sidecar was read.
   *
   * @param path from the repository's root
   * @param head the commit it was read from
   * @param bot the installation that committed there last, if that was said
   */
  public record Source(String path, String head, @Nullable String bot) {}

  /**
   * What was answered to an ask.
   *
   * @param staleBecause the asks it rests on that had changed since; empty while it stood
   */
  public record Answer(String ask, Value value, List<String> staleBecause) {
    public Answer {
      staleBecause = List.copyOf(staleBecause);
    }
  }

  /** What was noted on a decision. */
  public record Note(String ask, @Nullable String method, String text) {}
}
