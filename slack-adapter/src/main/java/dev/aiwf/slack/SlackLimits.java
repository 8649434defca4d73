package dev.aiwf.slack;

import com.slack.api.methods.Methods;
import java.time.Duration;

/** How much of what Slack takes. What it rejects above these, it rejects as a whole message. */
final class SlackLimits {

  /** A header's text. */
  static final int HEADER = 150;

  /** A text object in a section or a context; kept for rich text too, which names no limit. */
  static final int TEXT = 3_000;

  /** A button's text. */
  static final int BUTTON = 75;

  /** Buttons in a row before a menu of options reads better; Slack itself takes 25. */
  static final int BUTTONS = 5;

  /** An option's text, and the line below it. */
  static final int OPTION = 75;

  /** What an option hands back; a button hands back more. */
  static final int OPTION_VALUE = 150;

  /** Options in one menu. */
  static final int OPTIONS = 100;

  /** Blocks in a message. */
  static final int BLOCKS = 50;

  /**
   * Characters of all blocks of a message together, markup included. Slack documents no figure and
   * answers {@code msg_blocks_too_long} from about 13,000 on.
   */
  static final int ALL_BLOCKS = 12_000;

  /** The text beside the blocks; Slack takes 40,000 and recommends no more than this. */
  static final int FALLBACK = 4_000;

  /** Blocks in a modal. */
  static final int MODAL_BLOCKS = 100;

  /** A modal's title, and each of its two buttons. */
  static final int MODAL_TITLE = 24;

  /** The label over an input. */
  static final int INPUT_LABEL = 2_000;

  /** A help text that still reads well as small print below an input; Slack itself takes 2,000. */
  static final int HINT = 150;

  /** What can be typed into an input, or stand in it from the start. */
  static final int INPUT = 3_000;

  /** Posts into one channel: one a second, and short bursts, of which Slack names no length. */
  static final Pace.Rate POSTS = new Pace.Rate(Methods.CHAT_POST_MESSAGE, Duration.ofSeconds(1), 8);

  /** Redraws in a workspace: tier 3, more than 50 a minute. */
  static final Pace.Rate REDRAWS = new Pace.Rate(Methods.CHAT_UPDATE, Duration.ofMillis(1_200), 15);

  /** Private lines in a workspace: tier 4, more than 100 a minute. */
  static final Pace.Rate WHISPERS =
      new Pace.Rate(Methods.CHAT_POST_EPHEMERAL, Duration.ofMillis(600), 20);

  private SlackLimits() {}
}
