package dev.aiwf.testkit.slack;

import java.util.Map;
import java.util.Set;

/** Which arguments each method takes. The real Slack ignores others in silence. */
final class KnownArguments {

  private static final Map<String, Set<String>> OF =
      Map.ofEntries(
          of("auth.test"),
          of(
              "chat.postMessage",
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
          of(
              "chat.update",
              "channel",
              "ts",
              "text",
              "blocks",
              "metadata",
              "parse",
              "link_names",
              "as_user"),
          of(
              "chat.postEphemeral",
              "channel",
              "user",
              "text",
              "blocks",
              "thread_ts",
              "parse",
              "link_names",
              "as_user"),
          of("views.open", "trigger_id", "view"),
          of("views.publish", "user_id", "view", "hash"),
          of("conversations.join", "channel"),
          of(
              "conversations.replies",
              "channel",
              "ts",
              "cursor",
              "limit",
              "oldest",
              "latest",
              "inclusive",
              "include_all_metadata"),
          of(
              "conversations.history",
              "channel",
              "cursor",
              "limit",
              "oldest",
              "latest",
              "inclusive",
              "include_all_metadata"),
          of("users.info", "user", "include_locale"),
          of("usergroups.users.list", "usergroup", "include_disabled"),
          of("files.info", "file", "count", "cursor", "limit", "page"),
          of("files.getUploadURLExternal", "filename", "length", "alt_text", "snippet_type"),
          of(
              "files.completeUploadExternal",
              "files",
              "channel_id",
              "thread_ts",
              "initial_comment",
              "channels",
              "blocks"));

  private KnownArguments() {}

  private static Map.Entry<String, Set<String>> of(String method, String... arguments) {
    return Map.entry(method, Set.of(arguments));
  }

  static Set<String> taken(String method) throws Rejected {
    Set<String> known = OF.get(method);
    if (known == null) {
      throw new Rejected("unknown_method", method);
    }
    return known;
  }
}
