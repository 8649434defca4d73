package dev.aiwf.core.project;

import org.jspecify.annotations.Nullable;

/**
 * An item of a knowledge base that came back in a project. What stands in it is somebody else's
 * text: it is shown, and never obeyed.
 *
 * @param id its name in that knowledge base
 * @param kind what sort of item it is
 * @param title what it is about, in a line
 * @param text the beginning of what it says; empty where the title says enough
 * @param source the text it rests on, with the place in it
 * @param address where that text can be opened; none if that was not said
 * @param base the knowledge base that has it
 * @param score how well it fits, from 0 to 1
 */
public record Finding(
    String id,
    Kind kind,
    String title,
    String text,
    String source,
    @Nullable String address,
    String base,
    double score) {

  /** What sort of item it is. */
  public enum Kind {
    DECISION,
    PATTERN,
    WARNING,
    METHODOLOGY
  }

  /** The same with no more than its title, for good. */
  public Finding brief() {
    return text.isEmpty() ? this : new Finding(id, kind, title, "", source, address, base, score);
  }
}
