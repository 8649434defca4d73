package dev.aiwf.core.project;

import java.util.List;

/**
 * A decision as the architect would take it.
 *
 * @param ask the decision's ask
 * @param choice the option it speaks for
 * @param rationale why
 * @param otherwise what else there is, and what that costs
 * @param rests the ids of what it rests on, all of which came back in this project
 * @param own what is the model's own view, for the knowledge base does not say it
 */
public record Advice(
    String ask,
    String choice,
    String rationale,
    List<Alternative> otherwise,
    List<String> rests,
    List<String> own) {

  public Advice {
    otherwise = List.copyOf(otherwise);
    rests = List.copyOf(rests);
    own = List.copyOf(own);
  }

  /** Another option. */
  public record Alternative(String choice, String cost) {}
}
