package dev.aiwf.testkit.discord;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Discord tells an app, as JSON. */
final class Payloads {

  private static final Pattern NAMED = Pattern.compile("<@(&?)(\\d+)>");

  private final World world;

  Payloads(World world) {
    this.world = world;
  }

  ObjectNode guild() {
    ObjectNode guild = Json.object().put("id", World.GUILD).put("name", "Loopback");
    guild.put("owner_id", "100000000000000003").put("unavailable", false);
    guild.put("member_count", world.people.size() + 1).put("large", false);
    guild.put("preferred_locale", "en-US").put("premium_progress_bar_enabled", false);
    guild.put("afk_timeout", 300).put("verification_level", 1).put("nsfw_level", 0);
    guild.put("joined_at", "2026-01-01T00:00:00+00:00");
    ArrayNode roles = guild.putArray("roles");
    roles.add(role(World.GUILD, "@everyone", world.granted));
    world.roles.forEach((id, name) -> roles.add(role(id, name, 0)));
    ArrayNode members = guild.putArray("members");
    members.add(member(World.BOT));
    ArrayNode channels = guild.putArray("channels");
    ArrayNode threads = guild.putArray("threads");
    for (Room room : world.list()) {
      if (room.isThread() && !room.archived) {
        threads.add(room.json());
      } else if (!room.isThread() && room.type != Room.ALONE) {
        channels.add(room.json());
      }
    }
    for (String empty :
        List.of(
            "guild_scheduled_events",
            "emojis",
            "voice_states",
            "stickers",
            "features",
            "presences",
            "stage_instances",
            "soundboard_sounds")) {
      guild.putArray(empty);
    }
    return guild;
  }

  private static ObjectNode role(String id, String name, long permissions) {
    ObjectNode role = Json.object().put("id", id).put("name", name).put("color", 0);
    role.putObject("colors").put("primary_color", 0);
    return role.put("hoist", false)
        .put("position", 0)
        .put("permissions", String.valueOf(permissions))
        .put("managed", false)
        .put("mentionable", true)
        .put("flags", 0);
  }

  ObjectNode member(String id) {
    ObjectNode member = world.member(id);
    member.set("user", world.user(id));
    return member;
  }

  ObjectNode message(Post post) {
    ObjectNode message = Json.object().put("id", post.id()).put("channel_id", post.channel());
    message.put("type", 0).put("content", post.body().path("content").asString(""));
    message.set("author", world.user(post.author()));
    message.put("timestamp", "2026-03-02T09:00:00.000000+00:00").putNull("edited_timestamp");
    message.put("tts", false).put("mention_everyone", false).put("pinned", false);
    message.put("flags", post.body().path("flags").asInt(0));
    for (String list : List.of("components", "embeds")) {
      JsonNode given = post.body().path(list);
      message.set(list, given.isArray() ? given.deepCopy() : Json.array());
    }
    number(message.path("components"), 1);
    ArrayNode attachments = message.putArray("attachments");
    post.files()
        .forEach((name, bytes) -> {
          String at = "/attachments/" + post.channel() + "/" + post.id() + "/" + name;
          attachments
              .addObject()
              .put("id", post.id())
              .put("filename", name)
              .put("size", bytes.length)
              .put("url", world.base + at)
              .put("proxy_url", world.base + at)
              .put("content_type", "text/plain; charset=utf-8");
        });
    ArrayNode mentions = message.putArray("mentions");
    ArrayNode roles = message.putArray("mention_roles");
    Matcher named = NAMED.matcher(post.body().path("content").asString(""));
    while (named.find()) {
      if (named.group(1).isEmpty()) {
        ObjectNode user = world.user(named.group(2));
        user.set("member", world.member(named.group(2)));
        mentions.add(user);
      } else {
        roles.add(named.group(2));
      }
    }
    return message;
  }

  /** Every component has a number, and Discord gives one to those that were sent without. */
  private static int number(JsonNode components, int from) {
    int next = from;
    for (JsonNode component : components) {
      if (component.path("id").asInt(0) == 0) {
        ((ObjectNode) component).put("id", next++);
      }
      next = number(component.path("components"), next);
      if (component.has("accessory")) {
        next = number(Json.array().add(component.path("accessory")), next);
      }
    }
    return next;
  }

  ObjectNode typed(Post post) {
    ObjectNode message = message(post).put("guild_id", World.GUILD);
    message.set("member", world.member(post.author()));
    return message;
  }

  ObjectNode interaction(int type, String user, Room room, ObjectNode data) {
    ObjectNode event = Json.object().put("application_id", World.BOT).put("type", type);
    event.set("data", data);
    event.put("guild_id", World.GUILD).put("channel_id", room.id).put("version", 1);
    ObjectNode guild = event.putObject("guild").put("id", World.GUILD).put("locale", "en-US");
    guild.putArray("features");
    event.set("channel", room.json().put("permissions", String.valueOf(Permission.all())));
    ObjectNode member = member(user);
    member.put("permissions", String.valueOf(Permission.all()));
    event.set("member", member);
    event.put("locale", "en-US").put("guild_locale", "en-US").put("context", 0);
    event.put("app_permissions", String.valueOf(Permission.all()));
    event.putArray("entitlements");
    event.putObject("authorizing_integration_owners").put("0", World.GUILD);
    event.put("attachment_size_limit", 10_485_760);
    return event;
  }

  /** A subcommand with what was filled in, people and roles among it. */
  ObjectNode subcommand(String command, String name, Map<String, String> given, String typing) {
    ObjectNode data = Json.object().put("id", command).put("name", "aiwf").put("type", 1);
    ObjectNode sub = data.putArray("options").addObject().put("name", name).put("type", 1);
    ArrayNode options = sub.putArray("options");
    given.forEach((option, value) -> {
      Matcher named = NAMED.matcher(value);
      ObjectNode each = options.addObject().put("name", option);
      if (named.matches()) {
        each.put("type", 9).put("value", named.group(2));
        resolve(data, named);
      } else {
        each.put("type", 3).put("value", value);
      }
      if (option.equals(typing)) {
        each.put("focused", true);
      }
    });
    return data;
  }

  private void resolve(ObjectNode data, Matcher named) {
    ObjectNode resolved =
        data.has("resolved") ? (ObjectNode) data.path("resolved") : data.putObject("resolved");
    String id = named.group(2);
    if (named.group(1).isEmpty()) {
      resolved.withObject("/users").set(id, world.user(id));
      ObjectNode member = world.member(id).put("permissions", "0");
      resolved.withObject("/members").set(id, member);
    } else {
      resolved.withObject("/roles").set(id, role(id, world.roles.getOrDefault(id, "role"), 0));
    }
  }
}
