package dev.aiwf.testkit.discord;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A channel, a thread in one, or what is written to somebody alone. */
final class Room {

  static final int TEXT = 0;
  static final int ALONE = 1;
  static final int THREAD = 11;
  static final int FORUM = 15;

  final String id;
  final int type;
  final @Nullable String parent;
  final Map<String, String> tags = new LinkedHashMap<>();
  final List<String> applied = new ArrayList<>();
  final Set<Permission> denied = EnumSet.noneOf(Permission.class);
  final Map<String, Post> posts = new TreeMap<>();
  final Deque<Instant> renamed = new ArrayDeque<>();
  String name;
  boolean archived;
  boolean locked;

  Room(String id, int type, @Nullable String parent, String name) {
    this.id = id;
    this.type = type;
    this.parent = parent;
    this.name = name;
  }

  boolean isThread() {
    return type == THREAD;
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("id", id).put("type", type).put("name", name);
    json.put("guild_id", World.GUILD).put("flags", 0);
    if (isThread()) {
      json.put("parent_id", parent).put("owner_id", World.BOT);
      json.put("message_count", posts.size()).put("total_message_sent", posts.size());
      json.put("member_count", 1).put("rate_limit_per_user", 0);
      json.putObject("thread_metadata")
          .put("archived", archived)
          .put("locked", locked)
          .put("auto_archive_duration", 10_080)
          .put("archive_timestamp", "2026-03-02T09:00:00+00:00")
          .put("create_timestamp", "2026-03-02T09:00:00+00:00");
      ArrayNode with = json.putArray("applied_tags");
      applied.forEach(with::add);
      return json;
    }
    json.put("position", 0).put("nsfw", false).putNull("parent_id").putNull("topic");
    ArrayNode overwrites = json.putArray("permission_overwrites");
    long mask = denied.stream().mapToLong(Permission::mask).reduce(0, (a, b) -> a | b);
    overwrites
        .addObject()
        .put("id", World.BOT)
        .put("type", 1)
        .put("allow", "0")
        .put("deny", String.valueOf(mask));
    if (type == FORUM) {
      ArrayNode available = json.putArray("available_tags");
      tags.forEach((tag, label) ->
          available.addObject().put("id", tag).put("name", label).put("moderated", false));
      json.put("default_forum_layout", 0);
    }
    return json;
  }
}
