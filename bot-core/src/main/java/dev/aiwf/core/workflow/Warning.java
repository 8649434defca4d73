package dev.aiwf.core.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is said as soon as the answers call for it.
 *
 * @param id its name in the pack
 * @param kind what becomes of it
 * @param when what calls for it
 * @param title what it is about, in a few words
 * @param text what is so, what follows and what helps; names in braces stand for what is known of
 *     them
 * @param change the asks that can be answered anew to be rid of it
 * @param reference what it rests on, as {@code tool:slug}
 */
public record Warning(
    String id,
    Kind kind,
    Condition when,
    String title,
    String text,
    List<String> change,
    @Nullable String reference) {

  public Warning {
    change = List.copyOf(change);
  }

  /** What becomes of a warning. */
  public enum Kind {
    /** Two answers can't both be met: it stays open until one of them is changed. */
    CONTRADICTION,
    /** Something usually goes wrong here: somebody says how it will be met. */
    RISK
  }
}
