package dev.aiwf.knowledge.items;

import java.util.List;

/**
 * What every item says of itself.
 *
 * @param id its id, unique over all kinds
 * @param topics what it belongs under
 * @param also other words that people use for exactly this
 * @param source the place that it rests on
 * @param further other places that say so too
 * @param team whether a team added it to what came with the product
 */
public record About(
    String id,
    List<String> topics,
    List<String> also,
    Citation source,
    List<Citation> further,
    boolean team) {

  public About {
    topics = List.copyOf(topics);
    also = List.copyOf(also);
    further = List.copyOf(further);
  }
}
