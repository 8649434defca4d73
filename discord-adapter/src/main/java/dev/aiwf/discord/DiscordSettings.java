package dev.aiwf.discord;

import java.util.Optional;

/**
 * What an operator says about Discord.
 *
 * @param token the bot's token
 * @param apiUrl where Discord's API is
 * @param gatewayUrl where the gateway is; none for wherever the API says
 */
public record DiscordSettings(String token, String apiUrl, Optional<String> gatewayUrl) {

  /** Where Discord's API is, unless told otherwise. */
  public static final String API_URL = "https://discord.com/api/v10/";

  public DiscordSettings {
    if (token.isBlank()) {
      throw new IllegalArgumentException("Discord needs a bot's token.");
    }
    apiUrl = apiUrl.endsWith("/") ? apiUrl : apiUrl + "/";
  }

  /** Settings end up in logs; secrets do not. */
  @Override
  public String toString() {
    return "DiscordSettings[apiUrl=" + apiUrl + "]";
  }
}
