package dev.aiwf.testkit.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Discord's routes, as far as a bot of ours needs them. */
final class Routes {

  private static final Duration RENAME_WINDOW = Duration.ofMinutes(10);
  private static final int RENAMES = 2;

  private final World world;
  private final Gateway gateway;
  private final Payloads payloads;
  private final Interactions interactions;

  Routes(World world, Gateway gateway, Interactions interactions) {
    this.world = world;
    this.gateway = gateway;
    this.payloads = new Payloads(world);
    this.interactions = interactions;
  }

  /** Too many changes of one thing. */
  static final class TooFast extends Exception {
    private static final long serialVersionUID = 1L;
    final double seconds;

    TooFast(double seconds) {
      super("too fast");
      this.seconds = seconds;
    }
  }

  JsonNode answer(Call call) throws Rejected, TooFast {
    return switch (call.route()) {
      case "GET users/@me" -> world.user(World.BOT);
      case "GET applications/@me", "GET oauth2/applications/@me" ->
          Json.object().put("id", World.BOT).put("name", "aiwf").put("flags", flags());
      case "GET gateway/bot" -> gatewayBot();
      case "GET users/@me/guilds" -> guilds();
      case "POST users/@me/channels" -> alone(call.body().path("recipient_id").asString());
      case "GET applications/*/commands" -> world.commands();
      case "PUT applications/*/commands" -> {
        CommandRules.check(call.body());
        yield world.register(call.body());
      }
      case "GET channels/*" -> room(call).json();
      case "PATCH channels/*" -> modified(call);
      case "GET channels/*/messages" -> history(call);
      case "POST channels/*/messages" -> posted(call);
      case "GET channels/*/messages/*" ->
          payloads.message(world.post(room(call), call.path().get(3)));
      case "PATCH channels/*/messages/*" -> redrawn(call);
      case "POST channels/*/messages/*/threads" -> threadFrom(call);
      case "POST channels/*/threads" -> forumPost(call);
      case "GET guilds/*/threads/active" -> active();
      case "POST interactions/*/*/callback" ->
          interactions.callback(call.path().get(1), call.path().get(2), call.body(), call.files());
      case "POST webhooks/*/*" ->
          payloads.message(
              interactions.later(call.path().get(2), call.body(), call.files(), false));
      case "PATCH webhooks/*/*/messages/@original" ->
          payloads.message(interactions.later(call.path().get(2), call.body(), call.files(), true));
      default -> throw new Rejected(404, 0, "404: Not Found " + call.route());
    };
  }

  private JsonNode guilds() {
    ArrayNode guilds = Json.array();
    guilds
        .addObject()
        .put("id", World.GUILD)
        .put("name", "Loopback")
        .put("permissions", String.valueOf(world.granted));
    return guilds;
  }

  /** Whether it may read what nobody addressed to it, as the developer portal was told. */
  private int flags() {
    return gateway.readsContent ? 1 << 19 : 0;
  }

  private ObjectNode gatewayBot() {
    ObjectNode answer = Json.object().put("url", gateway.url().toString()).put("shards", 1);
    answer
        .putObject("session_start_limit")
        .put("total", 1_000)
        .put("remaining", Math.max(0, gateway.budget.get()))
        .put("reset_after", 14_400_000)
        .put("max_concurrency", 1);
    return answer;
  }

  private Room room(Call call) throws Rejected {
    Room room = world.room(call.path().get(1));
    if (room.type != Room.ALONE) {
      world.allowed(room, Permission.VIEW_CHANNEL);
    }
    return room;
  }

  private ObjectNode alone(String user) {
    synchronized (world) {
      String id = world.people.containsKey(user) ? "9" + user : world.nextId();
      world.rooms.computeIfAbsent(id, _ -> new Room(id, Room.ALONE, null, user));
      ObjectNode channel = Json.object().put("id", id).put("type", Room.ALONE);
      channel.putArray("recipients").add(world.user(user));
      return channel;
    }
  }

  private JsonNode posted(Call call) throws Rejected {
    Room room = room(call);
    world.writable(room);
    if (!call.files().isEmpty()) {
      world.allowed(room, Permission.ATTACH_FILES);
    }
    MessageRules.check(call.body(), call.files().keySet(), null);
    ComponentRules.need(
        (call.body().path("flags").asInt(0) & MessageRules.EPHEMERAL) == 0,
        "only an answer is for one person");
    synchronized (world) {
      var before = world.before(call.body());
      if (before.isPresent()) {
        return payloads.message(before.get());
      }
      if (room.type == Room.ALONE && world.closed.contains(room.name)) {
        throw new Rejected(403, 50_007, "Cannot send messages to this user");
      }
      room.archived = false;
      Post post = world.add(room, world.nextId(), World.BOT, call.body(), call.files());
      world.remember(call.body(), post);
      world.calls.addAll(MessageRules.calls(call.body()));
      if (room.type == Room.ALONE) {
        world.whispers.add(
            new Post(room.id, post.id(), World.BOT, room.name, call.body(), call.files(), 0));
      } else {
        gateway.tellMessage("MESSAGE_CREATE", own(post, call.body()), true);
      }
      return payloads.message(post).put("nonce", call.body().path("nonce").asString(""));
    }
  }

  private ObjectNode own(Post post, JsonNode body) {
    return payloads.typed(post).put("nonce", body.path("nonce").asString(""));
  }

  private JsonNode redrawn(Call call) throws Rejected {
    Room room = room(call);
    synchronized (world) {
      Post before = world.post(room, call.path().get(3));
      if (!before.author().equals(World.BOT)) {
        throw new Rejected(403, 50_005, "Cannot edit a message authored by another user");
      }
      Room holds = world.room(before.channel());
      if (holds.archived) {
        throw new Rejected(400, 50_083, "Thread is archived");
      }
      MessageRules.check(call.body(), call.files().keySet(), before.body());
      ObjectNode body = (ObjectNode) before.body().deepCopy();
      body.setAll((ObjectNode) call.body());
      Post after = before.redrawn(body, call.files());
      world.put(after);
      return payloads.message(after);
    }
  }

  private JsonNode history(Call call) throws Rejected {
    Room room = room(call);
    world.allowed(room, Permission.READ_MESSAGE_HISTORY);
    String after = call.asked("after");
    String before = call.asked("before");
    String limit = call.asked("limit");
    int most = limit == null ? 50 : Integer.parseInt(limit);
    ComponentRules.need(most >= 1 && most <= 100, "limit");
    ArrayNode found = Json.array();
    synchronized (world) {
      Comparator<Post> order = Comparator.comparing(Post::id);
      room.posts.values().stream()
          .filter(post -> after == null || Long.parseLong(post.id()) > Long.parseLong(after))
          .filter(post -> before == null || Long.parseLong(post.id()) < Long.parseLong(before))
          .sorted(after == null ? order.reversed() : order)
          .limit(most)
          .sorted(order.reversed())
          .forEach(post -> found.add(payloads.message(post)));
    }
    return found;
  }

  private JsonNode threadFrom(Call call) throws Rejected {
    Room parent = room(call);
    world.allowed(parent, Permission.CREATE_PUBLIC_THREADS);
    ComponentRules.length("name", call.body().path("name").asString(""), 1, 100);
    String id = call.path().get(3);
    synchronized (world) {
      var _ = world.post(parent, id);
      if (world.rooms.containsKey(id)) {
        throw new Rejected(400, 160_004, "A thread has already been created for this message");
      }
      Room thread = new Room(id, Room.THREAD, parent.id, call.body().path("name").asString());
      world.rooms.put(id, thread);
      gateway.tell("THREAD_CREATE", thread.json().put("newly_created", true));
      return thread.json();
    }
  }

  private JsonNode forumPost(Call call) throws Rejected {
    Room parent = room(call);
    ComponentRules.need(parent.type == Room.FORUM, "only a forum takes posts");
    world.allowed(parent, Permission.SEND_MESSAGES);
    ComponentRules.length("name", call.body().path("name").asString(""), 1, 100);
    JsonNode message = call.body().path("message");
    MessageRules.check(message, call.files().keySet(), null);
    synchronized (world) {
      String id = world.nextId();
      Room thread = new Room(id, Room.THREAD, parent.id, call.body().path("name").asString());
      tag(parent, thread, call.body().path("applied_tags"));
      world.rooms.put(id, thread);
      Post post = world.add(thread, id, World.BOT, message, call.files());
      world.calls.addAll(MessageRules.calls(message));
      gateway.tell("THREAD_CREATE", thread.json().put("newly_created", true));
      ObjectNode answer = thread.json();
      answer.set("message", payloads.message(post));
      return answer;
    }
  }

  private static void tag(Room parent, Room thread, JsonNode tags) throws Rejected {
    ComponentRules.need(tags.size() <= 5, "tags");
    thread.applied.clear();
    for (JsonNode tag : tags) {
      ComponentRules.need(parent.tags.containsKey(tag.asString()), "no such tag");
      thread.applied.add(tag.asString());
    }
  }

  private JsonNode modified(Call call) throws Rejected, TooFast {
    Room room = room(call);
    ComponentRules.need(room.isThread(), "only threads are changed");
    JsonNode body = call.body();
    boolean reopens = body.size() == 1 && !body.path("archived").asBoolean(true);
    world.allowed(
        room,
        reopens && !room.locked ? Permission.SEND_MESSAGES_IN_THREADS : Permission.MANAGE_THREADS);
    synchronized (world) {
      if (room.archived && body.path("archived").asBoolean(true)) {
        throw new Rejected(400, 50_083, "Thread is archived");
      }
      if (body.has("name") && !body.path("name").asString().equals(room.name)) {
        rename(room, body.path("name").asString());
      }
      if (body.has("applied_tags")) {
        tag(world.above(room), room, body.path("applied_tags"));
      }
      room.archived = body.path("archived").asBoolean(room.archived);
      gateway.tell("THREAD_UPDATE", room.json());
      return room.json();
    }
  }

  private void rename(Room room, String name) throws Rejected, TooFast {
    ComponentRules.length("name", name, 1, 100);
    Instant now = world.clock.instant();
    room.renamed.removeIf(at -> !at.plus(RENAME_WINDOW).isAfter(now));
    if (room.renamed.size() >= RENAMES) {
      Duration left = Duration.between(now, room.renamed.getFirst().plus(RENAME_WINDOW));
      throw new TooFast(left.toSeconds());
    }
    room.renamed.add(now);
    room.name = name;
  }

  private JsonNode active() {
    ObjectNode answer = Json.object();
    ArrayNode threads = answer.putArray("threads");
    answer.putArray("members");
    world.list().stream()
        .filter(room -> room.isThread() && !room.archived)
        .forEach(room -> threads.add(room.json()));
    return answer;
  }
}
