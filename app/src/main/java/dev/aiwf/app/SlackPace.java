package dev.aiwf.app;

/** Who sees to it that Slack is not called more often than it allows. */
enum SlackPace {
  /** The bot, by Slack's own figures. */
  SLACK,
  /** Nobody, for what stands at the other end takes all. */
  NONE
}
