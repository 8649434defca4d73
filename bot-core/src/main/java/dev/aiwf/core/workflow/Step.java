package dev.aiwf.core.workflow;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stop on the way.
 *
 * @param id its name in the pack
 * @param phase the number of the phase it belongs to
 * @param title what people call it
 * @param opening what is said on arrival
 * @param asks what must be learned here, in order
 * @param writes the files that completing it brings up to date
 * @param menu what stands at its end
 * @param gate what must be signed here, if anything
 * @param skipWhen when a run passes it by
 * @param brief what the pack tells the persona who leads here
 */
public record Step(
    String id,
    int phase,
    String title,
    String opening,
    List<Ask> asks,
    List<Write> writes,
    List<MenuChoice> menu,
    @Nullable Gate gate,
    @Nullable Skip skipWhen,
    String brief) {

  public Step {
    asks = List.copyOf(asks);
    writes = List.copyOf(writes);
    menu = List.copyOf(menu);
  }

  /** The ask of that id in this step. */
  public Optional<Ask> ask(String id) {
    return asks.stream().filter(ask -> ask.id().equals(id)).findFirst();
  }

  /**
   * When a run passes a step by.
   *
   * @param when the condition over earlier answers
   * @param reason what is written in the step's place
   */
  public record Skip(Condition when, String reason) {}
}
