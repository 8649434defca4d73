package dev.aiwf.slack;

/**
 * What an operator says about Slack.
 *
 * @param botToken the bot's token, {@code xoxb-…}
 * @param signingSecret what Slack signs its requests with
 * @param apiUrl where Slack's methods are
 */
public record SlackSettings(String botToken, String signingSecret, String apiUrl) {

  /** Where Slack's methods are, unless told otherwise. */
  public static final String API_URL = "https://slack.com/api/";

  public SlackSettings {
    if (botToken.isBlank() || signingSecret.isBlank()) {
      throw new IllegalArgumentException("Slack needs a bot token and a signing secret.");
    }
    apiUrl = apiUrl.endsWith("/") ? apiUrl : apiUrl + "/";
  }

  /** Settings end up in logs; secrets do not. */
  @Override
  public String toString() {
    return "SlackSettings[apiUrl=" + apiUrl + "]";
  }
}
