package dev.aiwf.core.workflow;

import java.util.Locale;

/** One button of the menu at the end of a step. */
public enum MenuChoice {
  PROGRESS("P", "Progress"),
  DECISIONS("D", "Decisions"),
  GATE("G", "Gate"),
  CONTINUE("C", "Continue"),
  EXIT("X", "Exit");

  private final String letter;
  private final String label;

  MenuChoice(String letter, String label) {
    this.letter = letter;
    this.label = label;
  }

  /** How it is written in packs and in the API. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The letter that stands for it. */
  public String letter() {
    return letter;
  }

  /** What stands on its button. */
  public String label() {
    return label;
  }
}
