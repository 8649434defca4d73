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
 * @param agent whose voice leads here; none for the architect's own
 * @param consults what is asked of the knowledge base here
 * @param figures what is worked out from the answers given up to here
 * @param warnings what is said as soon as the answers call for it
 * @param sections the parts of its files that may hold prose
 * @param locked whether what was answered before it can't be changed from here on
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
    String brief,
    @Nullable String agent,
    List<Consult> consults,
    List<Figure> figures,
    List<Warning> warnings,
    List<Section> sections,
    boolean locked) {

  public Step {
    asks = List.copyOf(asks);
    writes = List.copyOf(writes);
    menu = List.copyOf(menu);
    consults = List.copyOf(consults);
    figures = List.copyOf(figures);
    warnings = List.copyOf(warnings);
    sections = List.copyOf(sections);
  }

  /** A step that only asks and writes. */
  public Step(
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
    this(
        id, phase, title, opening, asks, writes, menu, gate, skipWhen, brief, null, List.of(),
        List.of(), List.of(), List.of(), false);
  }

  /** Whether there is nothing to wait for here, so that a run goes on by itself. */
  public boolean passing() {
    return menu.isEmpty();
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
   * @param writes the files that say so
   */
  public record Skip(Condition when, String reason, List<Write> writes) {
    public Skip {
      writes = List.copyOf(writes);
    }

    /** A step in whose place nothing is written. */
    public Skip(Condition when, String reason) {
      this(when, reason, List.of());
    }
  }
}
