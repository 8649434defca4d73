package dev.aiwf.discord;

import java.time.Duration;

/** How much of what Discord takes. What is above these, it rejects as a whole message. */
final class DiscordLimits {

  /** Characters of all texts of a message together. */
  static final int TEXT = 4_000;

  /** Characters of one text that still leaves room for others. */
  static final int PART = 1_000;

  /** Components of a message, those inside others counted too. */
  static final int COMPONENTS = 40;

  /** What stands on a button. */
  static final int BUTTON = 80;

  /** Buttons in a row; more of them are a menu. */
  static final int BUTTONS = 5;

  /** Options in one menu, and what is offered to complete something. */
  static final int OPTIONS = 25;

  /** An option's label, its description and its value, and what is offered to complete. */
  static final int OPTION = 100;

  /** What a component hands back. */
  static final int CUSTOM_ID = 100;

  /** A form's title, and the label over a field. */
  static final int LABEL = 45;

  /** What stands below a field's label. */
  static final int DESCRIPTION = 100;

  /** Parts of a form. */
  static final int FORM = 5;

  /** What can be typed into a field. */
  static final int INPUT = 4_000;

  /** A thread's name. */
  static final int NAME = 100;

  /** What makes a post happen once. */
  static final int NONCE = 25;

  /** Messages that are read at once. */
  static final int PAGE = 100;

  /** How often a thread may be renamed, */
  static final int RENAMES = 2;

  /** and within how long. */
  static final Duration RENAME_WINDOW = Duration.ofMinutes(10);

  /**
   * How long an answer may come after somebody pressed or typed a command; Discord's 15 minutes.
   */
  static final Duration TOKEN = Duration.ofMinutes(14);

  private DiscordLimits() {}
}
