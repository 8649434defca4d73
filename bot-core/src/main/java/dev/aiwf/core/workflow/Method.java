package dev.aiwf.core.workflow;

import java.util.List;
import java.util.Set;

/**
 * A way of looking at a decision once more.
 *
 * @param id its name in the pack
 * @param title what people call it
 * @param what what it does, in a sentence
 * @param questions what is asked of the decision, in order
 * @param fits the decisions it fits best, by their asks; empty if it fits any
 */
public record Method(
    String id, String title, String what, List<String> questions, Set<String> fits) {

  public Method {
    questions = List.copyOf(questions);
    fits = Set.copyOf(fits);
  }
}
