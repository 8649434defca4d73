package dev.aiwf.discord;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Unreachable;
import java.time.Duration;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;

/** What Discord's errors mean: whether to come back, and what a person can do about it. */
final class DiscordErrors {

  static final int UNKNOWN_CHANNEL = 10_003;
  static final int UNKNOWN_MESSAGE = 10_008;
  static final int MISSING_ACCESS = 50_001;
  static final int NOT_OURS = 50_005;
  static final int NOT_TO_THEM = 50_007;
  static final int MISSING_PERMISSIONS = 50_013;
  static final int ARCHIVED = 50_083;
  static final int HAS_A_THREAD = 160_004;
  static final int LOCKED = 160_005;
  static final int TOO_MANY_THREADS = 160_006;

  private DiscordErrors() {}

  /** Raises what a failed call comes to. */
  static RuntimeException raise(Throwable failure) throws NotNow, NotEver {
    if (failure instanceof RateLimitedException limited) {
      throw new NotNow("Discord asks for fewer calls.", Duration.ofMillis(limited.getRetryAfter()));
    }
    if (!(failure instanceof ErrorResponseException answered)) {
      throw new NotNow("Discord could not be reached.", failure);
    }
    int status = answered.getResponse().code;
    if (status <= 0 || status >= 500) {
      throw new NotNow(
          status <= 0
              ? "Discord could not be reached."
              : "Discord answered with status %d.".formatted(status),
          failure);
    }
    int code = answered.getErrorCode();
    String advice = advice(code, status, answered.getMeaning());
    if (closed(code, status)) {
      throw new Unreachable(advice);
    }
    throw new NotEver(advice, failure);
  }

  /** Whether nothing at all can be shown there until somebody puts it right. */
  private static boolean closed(int code, int status) {
    return switch (code) {
      case UNKNOWN_CHANNEL, MISSING_ACCESS, LOCKED, TOO_MANY_THREADS -> true;
      default -> status == 401;
    };
  }

  static String advice(int code, int status, String meaning) {
    if (status == 401) {
      return "Discord does not accept the bot's token. Reset it in the developer portal and set"
          + " DISCORD_TOKEN.";
    }
    return switch (code) {
      case UNKNOWN_CHANNEL -> "The thread or its channel is gone. Start the project in a channel.";
      case UNKNOWN_MESSAGE -> "The message is gone.";
      case MISSING_ACCESS, MISSING_PERMISSIONS ->
          "aiwf lacks a permission there. ./aiwf doctor names the ones it needs.";
      case NOT_TO_THEM -> "The person takes no messages from aiwf.";
      case LOCKED -> "The thread is locked. A moderator can unlock it.";
      case TOO_MANY_THREADS -> "The server has as many open threads as Discord allows. Close some.";
      default -> "Discord answered with %d: %s".formatted(code, meaning);
    };
  }
}
