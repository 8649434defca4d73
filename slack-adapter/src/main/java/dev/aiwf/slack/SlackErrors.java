package dev.aiwf.slack;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Unreachable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What Slack's errors mean: whether to come back, and what a person can do about it. */
final class SlackErrors {

  private static final Duration WITHOUT_A_WORD = Duration.ofSeconds(30);

  private static final String NO_TOKEN = "Slack does not accept the bot's token";
  private static final String NO_SCOPE = "The bot's token lacks a scope";

  private SlackErrors() {}

  /** An answer that is no success in HTTP's own terms. */
  static NotNow status(int status, @Nullable String retryAfter) throws NotEver {
    if (status == 429) {
      return slower(retryAfter);
    }
    if (status >= 500) {
      return new NotNow("Slack answered with status " + status + ".", (Throwable) null);
    }
    throw new NotEver(
        "Slack answered with status " + status + ". Check SLACK_API_URL and what stands between.");
  }

  /** An answer that is an error in Slack's words. */
  static void raise(String error, @Nullable String retryAfter) throws NotNow, NotEver {
    switch (error) {
      case "ratelimited", "rate_limited" -> throw slower(retryAfter);
      case "fatal_error", "internal_error", "service_unavailable", "request_timeout" ->
          throw new NotNow("Slack answered with " + error + ".", (Throwable) null);
      case "not_in_channel", "channel_not_found" ->
          throw new Unreachable("aiwf is not in that channel. Invite it there with /invite @aiwf.");
      case "is_archived" ->
          throw new Unreachable("The channel is archived. Unarchive it, or go on in another one.");
      case "restricted_action", "restricted_action_read_only_channel" ->
          throw new Unreachable(
              "The channel's settings keep aiwf from posting there. Ask an admin of the"
                  + " workspace.");
      case "invalid_thread_ts", "thread_not_found", "cannot_reply_to_message" ->
          throw new Unreachable("The thread is gone. Start the project again in a channel.");
      case "invalid_auth",
          "not_authed",
          "token_revoked",
          "token_expired",
          "account_inactive",
          "invalid_token" ->
          throw new Unreachable(
              "%s (%s). Install the app again and set SLACK_BOT_TOKEN.".formatted(NO_TOKEN, error));
      case "missing_scope", "no_permission", "not_allowed_token_type" ->
          throw new Unreachable(
              "%s (%s). Compare the app with manifest.yaml, and install it again."
                  .formatted(NO_SCOPE, error));
      case "user_not_in_channel" -> throw new NotEver("The person is not in that channel.");
      case "expired_trigger_id", "exchanged_trigger_id", "trigger_exchanged" ->
          throw new NotEver("The form came too late. Press the button again.");
      default -> throw new NotEver("Slack answered with " + error + ".");
    }
  }

  /** Whether it holds for the whole workspace, and not for one channel of it. */
  static boolean everywhere(Unreachable trouble) {
    String sentence = String.valueOf(trouble.getMessage());
    return sentence.startsWith(NO_TOKEN) || sentence.startsWith(NO_SCOPE);
  }

  private static NotNow slower(@Nullable String retryAfter) {
    boolean said = retryAfter != null && retryAfter.matches("\\d{1,6}");
    return new NotNow(
        "Slack asks for fewer calls.",
        said ? Duration.ofSeconds(Long.parseLong(retryAfter)) : WITHOUT_A_WORD);
  }
}
