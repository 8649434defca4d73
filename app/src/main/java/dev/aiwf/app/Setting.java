package dev.aiwf.app;

import org.jspecify.annotations.Nullable;

/** Everything that an operator can set, in one list, from which the help and the docs are made. */
enum Setting {
  DATA("AIWF_DATA", "~/.aiwf", "The folder that holds everything a run must not lose."),
  PORT("AIWF_PORT", "8787", "The port of the console, the API and Slack's requests; 0 for any."),
  HOST(
      "AIWF_HOST",
      "localhost",
      "The name or address to bind to. On anything but loopback people must sign in."),
  HOSTS("AIWF_HOSTS", null, "More names that it answers to, separated by commas."),
  TRUST_LOOPBACK(
      "AIWF_TRUST_LOOPBACK",
      "true",
      "Whether people on this machine are taken at their word; false makes everybody sign in."),
  PERSON("AIWF_PERSON", "the system's user", "Who the sign-in link is for."),
  PACKS(
      "AIWF_PACKS",
      "the checkout",
      "Folders that hold prompts/ and templates/, separated by commas."),
  SLACK_BOT_TOKEN("SLACK_BOT_TOKEN", null, "Slack's bot token, xoxb-…"),
  SLACK_SIGNING_SECRET("SLACK_SIGNING_SECRET", null, "What Slack signs its requests with."),
  SLACK_API_URL("SLACK_API_URL", "https://slack.com/api/", "Where Slack's methods are.");

  private final String key;
  private final @Nullable String otherwise;
  private final String meaning;

  Setting(String key, @Nullable String otherwise, String meaning) {
    this.key = key;
    this.otherwise = otherwise;
    this.meaning = meaning;
  }

  String key() {
    return key;
  }

  /** What holds when it is not set, in words. */
  String otherwise() {
    return otherwise == null ? "not set" : otherwise;
  }

  String meaning() {
    return meaning;
  }
}
