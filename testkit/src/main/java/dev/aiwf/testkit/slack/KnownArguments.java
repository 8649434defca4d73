package dev.aiwf.testkit.slack;

import java.util.Map;
import java.util.Set;

/** Which arguments each method takes. The real Slack ignores others in silence. */
final class KnownArguments {

  private static final Map<String, Set<String>> OF =
      Map.of(
          "auth.test",
          Set.of(),
          "chat.postMessage",
          Set.of(
              "channel",
              "text",
              "blocks",
              "thread_ts",
              "reply_broadcast",
              "metadata",
              "mrkdwn",
              "parse",
              "link_names",
              "unfurl_links",
              "unfurl_media"),
          "chat.update",
          Set.of("channel", "ts", "text", "blocks", "metadata", "parse", "link_names", "as_user"),
          "chat.postEphemeral",
          Set.of(
              "channel", "user", "text", "blocks", "thread_ts", "parse", "link_names", "as_user"),
          "views.open",
          Set.of("trigger_id", "view"),
          "conversations.replies",
          Set.of(
              "channel",
              "ts",
              "cursor",
              "limit",
              "oldest",
              "latest",
              "inclusive",
              "include_all_metadata"),
          "conversations.history",
          Set.of(
              "channel",
              "cursor",
              "limit",
              "oldest",
              "latest",
              "inclusive",
              "include_all_metadata"),
          "users.info",
          Set.of("user", "include_locale"));

  private KnownArguments() {}

  static Set<String> of(String method) throws Rejected {
    Set<String> known = OF.get(method);
    if (known == null) {
      throw new Rejected("unknown_method", method);
    }
    return known;
  }
}
