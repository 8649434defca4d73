package dev.aiwf.slack;

import java.util.Locale;

/** What the app must be allowed in Slack, and what does not work without it. */
enum Scope {
  APP_MENTIONS_READ(true, "@aiwf is not heard"),
  CHAT_WRITE(true, "nothing can be posted"),
  COMMANDS(true, "/aiwf is not there"),
  CHANNELS_JOIN(false, "aiwf must be invited to public channels too"),
  CHANNELS_HISTORY(
      false,
      "in public channels only what begins with @aiwf is heard, and a post whose answer was lost"
          + " may stand twice"),
  GROUPS_HISTORY(
      false,
      "in private channels only what begins with @aiwf is heard, and a post whose answer was lost"
          + " may stand twice"),
  IM_HISTORY(false, "what is written to aiwf itself is not heard"),
  FILES_READ(false, "a dropped file can't be read as a brief"),
  FILES_WRITE(false, "documents and the picture can't be brought into a thread"),
  USERGROUPS_READ(false, "user groups can't be approvers"),
  USERS_READ(false, "people are called by their ids");

  private final boolean needed;
  private final String without;

  Scope(boolean needed, String without) {
    this.needed = needed;
    this.without = without;
  }

  /** As Slack spells it. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_(?=[^_]*$)", ":");
  }

  /** Whether nothing works without it. */
  boolean needed() {
    return needed;
  }

  String without() {
    return without;
  }
}
