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
 */
public record Ask(
    String id,
    String text,
    @Nullable String help,
    boolean required,
    Depth from,
    AskType type,
    List<Recommendation> recommended) {

  public Ask {
    recommended = List.copyOf(recommended);
  }

  /**
   * A value that answers given so far speak for. It is offered, never taken by itself.
   *
   * @param when what must hold
   * @param value the value
   * @param reason why, in a sentence for people
   */
  public record Recommendation(Condition when, Value value, String reason) {}
}
