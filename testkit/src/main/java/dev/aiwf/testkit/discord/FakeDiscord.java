package dev.aiwf.testkit.discord;

import dev.aiwf.testkit.Patience;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Discord as a bot sees it: its API to call, and people who type, press and fill in forms. */
public final class FakeDiscord implements AutoCloseable {

  /** The server. */
  public static final String GUILD = World.GUILD;

  /** The bot. */
  public static final String BOT = World.BOT;

  private static final String MENTION = "<@" + World.BOT + ">";

  private final List<String> rejections = new CopyOnWriteArrayList<>();
  private final World world;
  private final Payloads payloads;
  private final Gateway gateway;
  private final Interactions interactions;
  private final ApiServer api;

  /** A server by that clock, with nobody in it. */
  public FakeDiscord(String token, InstantSource clock) throws IOException {
    world = new World(clock);
    payloads = new Payloads(world);
    gateway = new Gateway(token, world, rejections);
    interactions = new Interactions(world);
    api = new ApiServer(token, world, new Routes(world, gateway, interactions), rejections);
  }

  /** Where its API is. */
  public URI url() {
    return api.url();
  }

  /** Where its gateway is. */
  public URI gateway() {
    return gateway.url();
  }

  /** Makes a channel. */
  public void channel(String id, String name) {
    room(new Room(id, Room.TEXT, null, name));
  }

  /** Makes a forum with these tags. */
  public void forum(String id, String name, List<String> tags) {
    Room forum = new Room(id, Room.FORUM, null, name);
    tags.forEach(tag -> forum.tags.put(world.nextId(), tag));
    room(forum);
  }

  /** Somebody makes a thread. */
  public void thread(String id, String parent, String name) {
    Room thread = new Room(id, Room.THREAD, parent, name);
    room(thread);
    gateway.tell("THREAD_CREATE", thread.json().put("newly_created", true));
  }

  private void room(Room room) {
    synchronized (world) {
      world.rooms.put(room.id, room);
    }
  }

  /** Lets somebody join. */
  public void user(String id, String name) {
    world.people.put(id, name);
  }

  /** Makes a role. */
  public void role(String id, String name) {
    world.roles.put(id, name);
  }

  /** Gives somebody a role. */
  public void give(String user, String role) {
    world.given.computeIfAbsent(user, _ -> new LinkedHashSet<>()).add(role);
  }

  /** Takes permissions away from the bot in a channel. */
  public void deny(String channel, Permission... permissions) throws Exception {
    Room room = world.room(channel);
    room.denied.addAll(List.of(permissions));
    gateway.tell("CHANNEL_UPDATE", room.json());
  }

  /** Lets the bot do everything in a channel again. */
  public void allow(String channel) throws Exception {
    Room room = world.room(channel);
    room.denied.clear();
    gateway.tell("CHANNEL_UPDATE", room.json());
  }

  /** Lets the bot do only this in the server, from its next connection on. */
  public void grant(Permission... permissions) {
    world.granted = 0;
    for (Permission each : permissions) {
      world.granted |= each.mask();
    }
  }

  /** The developer portal does not let the bot read what nobody addressed to it. */
  public void withholdContent() {
    gateway.readsContent = false;
  }

  /** Somebody takes nothing that is written to them alone. */
  public void closeTo(String user) {
    world.closed.add(user);
  }

  /** Waits until a session begins or goes on. */
  public String awaitConnection() throws InterruptedException {
    return next(gateway.greeted, "connection");
  }

  /** Types the command with one of its words. */
  public Answer command(String user, String channel, String word, Map<String, String> options) {
    ObjectNode data = payloads.subcommand(command("aiwf"), word, options, "");
    return done(Interactions.COMMAND, user, channel, null, data);
  }

  /** What is offered while somebody types into an option. */
  public List<String> completed(
      String user, String channel, String word, Map<String, String> options, String typing) {
    ObjectNode data = payloads.subcommand(command("aiwf"), word, options, typing);
    return done(Interactions.COMPLETING, user, channel, null, data).choices();
  }

  private String command(String name) {
    for (JsonNode each : world.commands()) {
      if (each.path("name").asString().equals(name)) {
        return each.path("id").asString();
      }
    }
    throw new AssertionError("There is no command " + name + "; rejected: " + rejections);
  }

  /** Chooses an app's entry in a message's menu. */
  public Answer menu(String user, Post seen, String entry) {
    ObjectNode data = Json.object().put("id", command(entry)).put("name", entry).put("type", 3);
    data.put("target_id", seen.id());
    data.putObject("resolved").putObject("messages").set(seen.id(), payloads.message(seen));
    return done(Interactions.COMMAND, user, seen.channel(), null, data);
  }

  /** Presses what is labelled so, or chooses it, in the latest message that has it. */
  public Answer press(String user, String label) {
    return posts().reversed().stream()
        .filter(post -> post.control(label).isPresent())
        .findFirst()
        .map(post -> press(user, post, label))
        .orElseThrow(() -> new AssertionError("Nothing is labelled " + label + " in " + posts()));
  }

  /** Presses it as somebody does who still sees that message. */
  public Answer press(String user, Post seen, String label) {
    Post.Control control =
        seen.control(label)
            .orElseThrow(() -> new AssertionError(label + " is none of " + seen.labels()));
    ObjectNode data = Json.object().put("custom_id", control.component());
    data.put("component_type", control.type());
    if (control.value() != null) {
      data.putArray("values").add(control.value());
    }
    return done(Interactions.COMPONENT, user, seen.channel(), seen, data);
  }

  /** Sends a form; fields that are left out stay as they began. */
  public Answer submit(Modal modal, Map<String, String> values) {
    ObjectNode data = Json.object().put("custom_id", modal.body().path("custom_id").asString());
    ArrayNode components = data.putArray("components");
    Map<String, String> filled = new LinkedHashMap<>(modal.fields());
    filled.putAll(values);
    int number = 0;
    for (JsonNode component : modal.body().path("components")) {
      JsonNode field = component.path("component");
      ObjectNode part = components.addObject().put("id", ++number);
      if (field.isMissingNode()) {
        part.put("type", Kinds.TEXT);
        continue;
      }
      String id = field.path("custom_id").asString();
      ObjectNode sent = part.put("type", Kinds.LABEL).putObject("component").put("id", ++number);
      sent.put("type", field.path("type").asInt()).put("custom_id", id);
      if (field.path("type").asInt() == Kinds.SELECT) {
        ArrayNode chosen = sent.putArray("values");
        if (!filled.getOrDefault(id, "").isEmpty()) {
          chosen.add(filled.get(id));
        }
      } else {
        sent.put("value", filled.getOrDefault(id, ""));
      }
    }
    return done(Interactions.FORM, modal.user(), modal.channel(), modal.from(), data);
  }

  private Answer done(int type, String user, String channel, @Nullable Post from, ObjectNode data) {
    try {
      ObjectNode event = payloads.interaction(type, user, world.room(channel), data);
      if (from != null) {
        event.set("message", payloads.message(from).put("guild_id", World.GUILD));
      }
      Interactions.Pending asked = interactions.begin(type, user, channel, from, event);
      gateway.tell("INTERACTION_CREATE", event);
      return interactions.await(asked);
    } catch (Rejected e) {
      throw new AssertionError(e);
    }
  }

  /** Tells exactly the same again. */
  public void again(Answer answer) {
    gateway.tell("INTERACTION_CREATE", answer.event());
  }

  /** Writes a message as people see it. */
  public Post say(String user, String channel, String typed) {
    return said(user, channel, typed, Map.of());
  }

  /** Drops a file, with or without a word. */
  public Post drop(String user, String channel, String name, byte[] bytes, String words) {
    return said(user, channel, words, Map.of(name, bytes));
  }

  private Post said(String user, String channel, String typed, Map<String, byte[]> files) {
    try {
      Room room = world.room(channel);
      if (room.archived) {
        room.archived = false;
        gateway.tell("THREAD_UPDATE", room.json());
      }
      ObjectNode body = Json.object().put("content", typed.replace("@aiwf", MENTION));
      Post post = world.add(room, world.nextId(), user, body, files);
      told("MESSAGE_CREATE", payloads.typed(post), post);
      return post;
    } catch (Rejected e) {
      throw new AssertionError(e);
    }
  }

  private void told(String type, ObjectNode message, Post post) {
    gateway.tellMessage(type, message, post.body().path("content").asString("").contains(MENTION));
  }

  /** Tells again of a message. */
  public void again(Post post) {
    told("MESSAGE_CREATE", payloads.typed(post), post);
  }

  /** Edits a message that was written. */
  public void edit(Post post, String text) {
    Post after = post.redrawn(Json.object().put("content", text), post.files());
    world.put(after);
    told(
        "MESSAGE_UPDATE",
        payloads.typed(after).put("edited_timestamp", "2026-03-02T09:01:00.000000+00:00"),
        after);
  }

  /** Takes a message away. */
  public void delete(Post post) throws Exception {
    world.room(post.channel()).posts.remove(post.id());
    gateway.tell(
        "MESSAGE_DELETE",
        Json.object()
            .put("id", post.id())
            .put("channel_id", post.channel())
            .put("guild_id", World.GUILD));
  }

  /** Takes a thread away with all that stands in it. */
  public void deleteThread(String id) throws Exception {
    Room room = world.room(id);
    synchronized (world) {
      world.rooms.remove(id);
    }
    gateway.tell("THREAD_DELETE", room.json());
  }

  /** Takes a channel away with all its threads. */
  public void deleteChannel(String id) throws Exception {
    Room room = world.room(id);
    synchronized (world) {
      world.rooms.values().removeIf(each -> each == room || id.equals(each.parent));
    }
    gateway.tell("CHANNEL_DELETE", room.json());
  }

  /** Puts a thread away, as somebody or time does. */
  public void archive(String id, boolean locked) throws Exception {
    Room room = world.room(id);
    room.archived = true;
    room.locked = locked;
    gateway.tell("THREAD_UPDATE", room.json());
  }

  /** Takes the bot out of the server. */
  public void remove() {
    gateway.tell("GUILD_DELETE", Json.object().put("id", World.GUILD));
  }

  /** Whether a thread was put away. */
  public boolean isArchived(String id) throws Exception {
    return world.room(id).archived;
  }

  /** What a channel or a thread is called. */
  public String name(String id) throws Exception {
    return world.room(id).name;
  }

  /** The tags that a forum's post bears. */
  public List<String> tags(String id) throws Exception {
    Room room = world.room(id);
    return room.applied.stream().map(tag -> world.above(room).tags.get(tag)).toList();
  }

  /** All messages that everybody sees, in the order in which they were posted. */
  public List<Post> posts() {
    return world.all();
  }

  /** The messages in one place. */
  public List<Post> posts(String channel) {
    return posts().stream().filter(post -> post.channel().equals(channel)).toList();
  }

  /** Waits for the next line that only one person sees, beside an answer. */
  public Post nextWhisper() throws InterruptedException {
    return next(world.whispers, "line for one person");
  }

  /** Everybody who was called by a message. */
  public List<String> called() {
    return List.copyOf(world.calls);
  }

  private <T> T next(BlockingQueue<T> queue, String what) throws InterruptedException {
    T next = queue.poll(Patience.LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("There came no " + what + "; rejected: " + rejections);
    }
    return next;
  }

  /** The routes that were called, in order, with a star for each id. */
  public List<String> routes() {
    return List.copyOf(api.called);
  }

  /** What was wrong with calls and answers, each with the reason. */
  public List<String> rejections() {
    return Collections.unmodifiableList(rejections);
  }

  /** The commands as they are registered. */
  public JsonNode commands() {
    return world.commands();
  }

  /** How often a session was begun, and how often one went on. */
  public int identified() {
    return gateway.identified.get();
  }

  /** How often a session went on. */
  public int resumed() {
    return gateway.resumed.get();
  }

  /** Asks all connections to come back. */
  public void askToReconnect() {
    gateway.connections.forEach(each -> each.send(Json.object().put("op", 7).putNull("d")));
  }

  /** Says that sessions are gone. */
  public void invalidate() {
    gateway.forget();
    gateway.connections.forEach(each -> each.send(Json.object().put("op", 9).put("d", false)));
  }

  /** All connections break without a word. */
  public void cut() {
    gateway.connections.forEach(Connection::cut);
  }

  /** Heartbeats are asked for this often, and from now on not answered. */
  public void fallSilent(Duration heartbeat) {
    gateway.heartbeat = Math.toIntExact(heartbeat.toMillis());
    gateway.silent = true;
  }

  /** Heartbeats are answered again. */
  public void speakAgain() {
    gateway.heartbeat = 41_250;
    gateway.silent = false;
  }

  /** How many connections are open. */
  public int connections() {
    return gateway.connections.size();
  }

  /** How long an acknowledgement may take. */
  public void waitForAcknowledgement(Duration atMost) {
    interactions.patience = atMost;
  }

  /** The next call of that route is answered with an error. */
  public void refuse(String route, int status, int code) {
    api.faults.plan(route, new Faults.Fault.Says(status, code));
  }

  /** The next call of that route comes too soon. */
  public void rateLimit(String route, double seconds) {
    api.faults.plan(route, new Faults.Fault.TooFast(seconds));
  }

  /** The next call of that route meets a status that is no answer. */
  public void answerWith(String route, int status) {
    api.faults.plan(route, new Faults.Fault.Answers(status));
  }

  /** The next call of that route works, but the answer never arrives. */
  public void loseReply(String route) {
    api.faults.plan(route, new Faults.Fault.LosesReply());
  }

  /** The next call of that route does nothing and is not answered until the latch is opened. */
  public CountDownLatch hang(String route) {
    CountDownLatch until = new CountDownLatch(1);
    api.faults.plan(route, new Faults.Fault.Hangs(until));
    return until;
  }

  /** The next call of that route works, but is not answered until the latch is opened. */
  public CountDownLatch answerLate(String route) {
    CountDownLatch until = new CountDownLatch(1);
    api.faults.plan(route, new Faults.Fault.AnswersLate(until));
    return until;
  }

  /** No token is accepted from now on. */
  public void refuseToken() {
    api.refuses = true;
  }

  /** Its API is out of reach from now on. */
  public void goDown() {
    api.close();
  }

  @Override
  public void close() {
    gateway.close();
    api.close();
  }
}
