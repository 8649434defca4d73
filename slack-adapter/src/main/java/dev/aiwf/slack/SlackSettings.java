package dev.aiwf.slack;

import java.util.Optional;
import java.util.Set;

/**
 * What an operator says about Slack.
 *
 * @param botToken the bot's token, {@code xoxb-…}
 * @param appToken the app's own token, {@code xapp-…}; with it requests come over Socket Mode
 * @param signingSecret what Slack signs its requests with; with it they may come over HTTP
 * @param channels the only channels that take part; empty for any
 * @param apiUrl where Slack's methods are
 * @param paced whether aiwf keeps to Slack's rate limits by itself
 */
public record SlackSettings(
    String botToken,
    Optional<String> appToken,
    Optional<String> signingSecret,
    Set<String> channels,
    String apiUrl,
    boolean paced) {

  /** Where Slack's methods are, unless told otherwise. */
  public static final String API_URL = "https://slack.com/api/";

  public SlackSettings {
    if (botToken.isBlank() || (appToken.isEmpty() && signingSecret.isEmpty())) {
      throw new IllegalArgumentException(
          "Slack needs a bot token, and an app-level token or a signing secret.");
    }
    channels = Set.copyOf(channels);
    apiUrl = apiUrl.endsWith("/") ? apiUrl : apiUrl + "/";
  }

  /** Settings end up in logs; secrets do not. */
  @Override
  public String toString() {
    return "SlackSettings[apiUrl=" + apiUrl + "]";
  }
}
