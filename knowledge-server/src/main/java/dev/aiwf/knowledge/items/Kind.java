package dev.aiwf.knowledge.items;

import java.util.Locale;

/** What sort of thing an item is. */
public enum Kind {
  DECISION("decisions"),
  PATTERN("patterns"),
  WARNING("warnings"),
  METHODOLOGY("methodologies");

  private final String folder;

  Kind(String folder) {
    this.folder = folder;
  }

  /** The folder that holds these, which is also how an address names them. */
  public String folder() {
    return folder;
  }

  /** The one word for it in answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
