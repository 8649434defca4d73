package dev.aiwf.core.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One button of the menu at the end of a step. */
public enum MenuChoice {
  REVIEW("R", "Review"),
  ANALYSE("A", "Analyse"),
  PROGRESS("P", "Progress"),
  DECISIONS("D", "Decisions"),
  GATE("G", "Gate"),
  SUMMARY("S", "Summary"),
  EXPORT("E", "Export"),
  CONTINUE("C", "Continue"),
  EXIT("X", "Exit"),
  /** Confirms an exit; stands on no menu of a pack. */
  FINISH("F", "Finish"),
  /** Takes an exit back; stands on no menu of a pack. */
  STAY("N", "Not yet");

  private final String letter;
  private final String label;

  MenuChoice(String letter, String label) {
    this.letter = letter;
    this.label = label;
  }

  /** What a pack's menus can offer. */
  public static List<MenuChoice> offered() {
    return Arrays.stream(values()).filter(choice -> choice != FINISH && choice != STAY).toList();
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
