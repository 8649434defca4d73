package dev.aiwf.testkit.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The server: its channels, people and roles, and what was said. */
final class World {

  static final String GUILD = "100000000000000001";
  static final String BOT = "100000000000000002";

  private static final long EPOCH = 1_420_070_400_000L;
  private static final Duration NONCE_KEPT = Duration.ofMinutes(5);

  final InstantSource clock;
  final Map<String, Room> rooms = new LinkedHashMap<>();
  final Map<String, String> people = new LinkedHashMap<>();
  final Map<String, String> roles = new LinkedHashMap<>();
  final Map<String, Set<String>> given = new HashMap<>();
  private final Map<String, Nonce> nonces = new HashMap<>();
  private final AtomicLong last = new AtomicLong();
  private ArrayNode commands = Json.array();

  /** What the bot may do all over the server. */
  volatile long granted = Permission.all();

  /** Where files can be fetched. */
  volatile String base = "";

  /** In the order in which they came, for somebody to wait for. */
  final BlockingQueue<Post> whispers = new LinkedBlockingQueue<>();

  final List<String> calls = new CopyOnWriteArrayList<>();

  /** Who takes nothing that is written to them alone. */
  final Set<String> closed = ConcurrentHashMap.newKeySet();

  private record Nonce(Post post, Instant at) {}

  World(InstantSource clock) {
    this.clock = clock;
  }

  /** Rises always, and tells when it was made, by the computer's clock as apps read it. */
  String nextId() {
    long now = (System.currentTimeMillis() - EPOCH) << 22;
    return String.valueOf(last.updateAndGet(before -> Math.max(before + 1, now)));
  }

  synchronized Room room(String id) throws Rejected {
    Room room = rooms.get(id);
    if (room == null) {
      throw Rejected.unknown(10_003, "Channel");
    }
    return room;
  }

  /** The channel that a thread is in, or the channel itself. */
  synchronized Room above(Room room) {
    Room parent = room.parent == null ? null : rooms.get(room.parent);
    return parent == null ? room : parent;
  }

  void allowed(Room room, Permission... needed) throws Rejected {
    for (Permission each : needed) {
      if (above(room).denied.contains(each)) {
        throw each == Permission.VIEW_CHANNEL
            ? new Rejected(403, 50_001, "Missing Access")
            : new Rejected(403, 50_013, "Missing Permissions");
      }
    }
  }

  /** What somebody may write there, and may be read. */
  void writable(Room room) throws Rejected {
    if (room.type != Room.ALONE) {
      allowed(
          room,
          Permission.VIEW_CHANNEL,
          room.isThread() ? Permission.SEND_MESSAGES_IN_THREADS : Permission.SEND_MESSAGES);
    }
    if (room.type == Room.FORUM) {
      throw new Rejected(400, 50_008, "Cannot send messages in a non-text channel");
    }
    if (room.archived && room.locked) {
      throw new Rejected(403, 160_005, "Thread is locked");
    }
  }

  synchronized Post add(
      Room room, String id, String author, JsonNode body, Map<String, byte[]> files) {
    Post post = new Post(room.id, id, author, null, body, files, 0);
    room.posts.put(id, post);
    return post;
  }

  synchronized void put(Post post) {
    Room room = rooms.get(post.channel());
    if (room != null) {
      room.posts.put(post.id(), post);
    }
  }

  Post post(Room room, String id) throws Rejected {
    Post post = room.posts.get(id);
    if (post == null && room.isThread() && room.id.equals(id)) {
      post = above(room).posts.get(id);
    }
    if (post == null) {
      throw Rejected.unknown(10_008, "Message");
    }
    return post;
  }

  /** The message that bears this nonce already, if whoever posts wants no second one. */
  synchronized Optional<Post> before(JsonNode body) {
    return body.path("enforce_nonce").asBoolean(false) && Json.says(body, "nonce")
        ? Optional.ofNullable(nonces.get(body.path("nonce").asString()))
            .filter(known -> known.at().plus(NONCE_KEPT).isAfter(clock.instant()))
            .map(Nonce::post)
        : Optional.empty();
  }

  synchronized void remember(JsonNode body, Post post) {
    if (Json.says(body, "nonce")) {
      nonces.put(body.path("nonce").asString(), new Nonce(post, clock.instant()));
    }
  }

  /** A file that lies in a message. */
  synchronized Optional<byte[]> file(String room, String post, String name) {
    return Optional.ofNullable(rooms.get(room))
        .flatMap(each -> Optional.ofNullable(each.posts.get(post)))
        .flatMap(each -> Optional.ofNullable(each.files().get(name)));
  }

  /** All that everybody sees, in the order in which it was posted. */
  synchronized List<Post> all() {
    return rooms.values().stream()
        .filter(room -> room.type != Room.ALONE)
        .flatMap(room -> room.posts.values().stream())
        .sorted(Comparator.comparing(Post::id))
        .toList();
  }

  synchronized List<Room> list() {
    return new ArrayList<>(rooms.values());
  }

  synchronized ArrayNode commands() {
    return commands;
  }

  synchronized ArrayNode register(JsonNode wanted) {
    ArrayNode kept = Json.array();
    for (JsonNode each : wanted) {
      ObjectNode command = kept.addObject().setAll((ObjectNode) each);
      command.put("id", nextId()).put("application_id", BOT).put("version", nextId());
      command.put("type", each.path("type").asInt(1));
      if (!command.has("description")) {
        command.put("description", "");
      }
    }
    commands = kept;
    return kept;
  }

  ObjectNode user(String id) {
    String name = people.getOrDefault(id, "aiwf");
    return Json.object()
        .put("id", id)
        .put("username", name)
        .put("global_name", Character.toUpperCase(name.charAt(0)) + name.substring(1))
        .put("discriminator", "0")
        .put("bot", id.equals(BOT));
  }

  ObjectNode member(String id) {
    ObjectNode member = Json.object();
    ArrayNode has = member.putArray("roles");
    given.getOrDefault(id, new LinkedHashSet<>()).forEach(has::add);
    member.putNull("nick").put("joined_at", "2026-01-01T00:00:00+00:00");
    member.put("deaf", false).put("mute", false).put("flags", 0).put("pending", false);
    return member;
  }
}
