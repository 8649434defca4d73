package dev.aiwf.core.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a step must learn.
 *
 * @param id its name in the pack
 * @param text the question as it is put
 * @param help what helps to answer it
 * @param required whether the step can't be completed without it
 * @param from the least depth at which it is put
 * @param type what an answer looks like
 * @param recommended values that earlier answers speak for, the first that holds being the one
 *     offered
 * @param points what speaks for which option; weighed where no recommendation holds
 * @param when what must hold of earlier answers for it to be put at all; none if it always is
 */
public record Ask(
    String id,
    String text,
    @Nullable String help,
    boolean required,
    Depth from,
    AskType type,
    List<Recommendation> recommended,
    List<Point> points,
    @Nullable Condition when) {

  public Ask {
    recommended = List.copyOf(recommended);
    points = List.copyOf(points);
  }

  /** An ask that is always put, and for whose options nothing speaks in points. */
  public Ask(
      String id,
      String text,
      @Nullable String help,
      boolean required,
      Depth from,
      AskType type,
      List<Recommendation> recommended) {
    this(id, text, help, required, from, type, recommended, List.of(), null);
  }

  /** Whether a project of this depth puts it, if it applies. */
  public boolean at(Depth depth) {
    return from.compareTo(depth) <= 0;
  }

  /**
   * A value that answers given so far speak for. It is offered, never taken by itself.
   *
   * @param when what must hold
   * @param value the value; none where a figure gives it
   * @param figure the figure that gives it; none where the value is fixed
   * @param reason why, for people; names in braces stand for what is known of them
   */
  public record Recommendation(
      Condition when, @Nullable Value value, @Nullable String figure, String reason) {

    /** A fixed value. */
    public Recommendation(Condition when, Value value, String reason) {
      this(when, value, null, reason);
    }
  }

  /**
   * One reason among several that speaks for an option.
   *
   * @param when what must hold
   * @param option the option's key
   * @param because why, in a few words for people; names in braces stand for what is known of them
   * @param weight how much it counts
   */
  public record Point(Condition when, String option, String because, int weight) {}
}
