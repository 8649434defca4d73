package dev.aiwf.discord;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.TimeUtil;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Looks whether a post whose answer was lost stands there after all. Discord's own key keeps a post
 * from happening twice for some minutes; after that it is known by a number on its first part.
 */
record ReadBack(DiscordApi api) {

  /** Our clock and Discord's need not agree. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  private static final int PAGES = 10;

  /** The key that makes a post happen once. */
  static String nonce(String posting) {
    return HexFormat.of().formatHex(sha256(posting)).substring(0, DiscordLimits.NONCE);
  }

  /** The number that a post is known by: never 0, which Discord takes for none. */
  static int number(String posting) {
    byte[] sum = sha256(posting);
    int number = 0;
    for (int i = 0; i < 4; i++) {
      number = (number << 8) | (sum[i] & 0xff);
    }
    // Small numbers are those that Discord gives to parts that have none.
    return (number & 0x3fff_ffff) | 0x4000_0000;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The message of that posting in a channel or a thread. */
  Optional<String> find(String channel, String posting, Instant since)
      throws NotNow, NotEver, InterruptedException {
    int number = number(posting);
    String after =
        Long.toUnsignedString(TimeUtil.getDiscordTimestamp(since.minus(SKEW).toEpochMilli()));
    for (int page = 0; page < PAGES; page++) {
      Optional<Answered> answer =
          api.call(
              Set.of(DiscordErrors.UNKNOWN_CHANNEL),
              Route.Messages.GET_MESSAGE_HISTORY
                  .compile(channel)
                  .withQueryParams("after", after, "limit", String.valueOf(DiscordLimits.PAGE)),
              null);
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      DataArray messages = answer.get().array();
      for (int i = 0; i < messages.length(); i++) {
        if (bears(messages.getObject(i), number)) {
          return Optional.of(messages.getObject(i).getString("id"));
        }
      }
      if (messages.length() < DiscordLimits.PAGE) {
        return Optional.empty();
      }
      // The newest comes first.
      after = messages.getObject(0).getString("id");
    }
    return Optional.empty();
  }

  private static boolean bears(DataObject message, int number) {
    DataArray components = message.optArray("components").orElseGet(DataArray::empty);
    return !components.isEmpty() && components.getObject(0).getInt("id", 0) == number;
  }
}
