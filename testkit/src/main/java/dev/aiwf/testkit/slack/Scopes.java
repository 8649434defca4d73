package dev.aiwf.testkit.slack;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the app is allowed, and which events it is sent; everything unless told otherwise. */
final class Scopes {

  private static final Map<String, String> NEEDED =
      Map.ofEntries(
          Map.entry("chat.postMessage", "chat:write"),
          Map.entry("chat.update", "chat:write"),
          Map.entry("chat.postEphemeral", "chat:write"),
          Map.entry("conversations.join", "channels:join"),
          Map.entry("users.info", "users:read"),
          Map.entry("usergroups.users.list", "usergroups:read"),
          Map.entry("files.info", "files:read"),
          Map.entry("files.getUploadURLExternal", "files:write"),
          Map.entry("files.completeUploadExternal", "files:write"));

  private volatile @Nullable Set<String> granted;
  private volatile @Nullable Set<String> events;

  void grant(Set<String> scopes) {
    granted = Set.copyOf(scopes);
  }

  void subscribe(Set<String> subscribed) {
    events = Set.copyOf(subscribed);
  }

  /** As the header of every answer names them. */
  String header() {
    Set<String> scopes = granted;
    return scopes == null ? "" : String.join(",", scopes);
  }

  /** Whether an event is sent; a message's name has the kind of its channel in it. */
  boolean sends(String event) {
    Set<String> subscribed = events;
    return subscribed == null || subscribed.contains(event);
  }

  void check(String method, boolean privately) throws Rejected {
    String needed =
        switch (method) {
          case "conversations.history", "conversations.replies" ->
              privately ? "groups:history" : "channels:history";
          default -> NEEDED.get(method);
        };
    Set<String> scopes = granted;
    if (needed != null && scopes != null && !scopes.contains(needed)) {
      throw new Rejected("missing_scope", needed);
    }
  }
}
