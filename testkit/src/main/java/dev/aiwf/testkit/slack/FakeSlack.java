package dev.aiwf.testkit.slack;

import dev.aiwf.testkit.Patience;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Slack as an app sees it: its API to call, and people who type, press and fill in forms. */
public final class FakeSlack implements AutoCloseable {

  /** The workspace. */
  public static final String TEAM = Workspace.TEAM;

  private static final String MENTION = "<@" + Workspace.BOT_USER + ">";

  private final Workspace workspace;
  private final Payloads payloads;
  private final ApiServer api;
  private final Sending sending;
  private final Sockets sockets;
  private volatile Wire wire;
  private final Map<String, String> pressedBy = new ConcurrentHashMap<>();

  /** A workspace by the computer's clock. */
  public FakeSlack(String signingSecret, String botToken) throws IOException {
    this(signingSecret, botToken, InstantSource.system());
  }

  /** A workspace by that clock, with nobody in it. */
  public FakeSlack(String signingSecret, String botToken, InstantSource clock) throws IOException {
    workspace = new Workspace(clock);
    payloads = new Payloads(workspace);
    api = new ApiServer(botToken, new Methods(workspace, pressedBy, this::base));
    sending = new Sending(signingSecret, clock);
    sockets = new Sockets(api.rejections);
    wire = sending;
  }

  private String base() {
    return url().resolve("/").toString();
  }

  /** Where its methods are. */
  public URI url() {
    return api.url();
  }

  /** Sends what happens here to that address. */
  public void deliverTo(URI app) {
    sending.app = app;
  }

  /** Sends what happens here over connections that whoever has this token opens. */
  public void deliverOverSockets(String appToken) {
    api.connects(appToken, sockets::ticket);
    wire = sockets;
  }

  /** Waits until one more connection is open and was greeted. */
  public void awaitConnection() throws InterruptedException {
    var _ = next(sockets.greeted(), "connection");
  }

  /** How many connections are open. */
  public int connections() {
    return sockets.links().size();
  }

  /** Says on all connections that they end soon; they go on until they are closed. */
  public void announceEnd(String reason) {
    sockets.links().forEach(link -> link.ending(reason));
  }

  /** Closes the connection that is open for longest. */
  public void closeOldest() {
    sockets.links().getFirst().close();
  }

  /** All connections break without a word. */
  public void cutConnections() {
    sockets.links().forEach(Link::cut);
  }

  /** Says anything on all connections. */
  public void sayOnSockets(JsonNode frame) {
    sockets.links().forEach(link -> link.say(frame));
  }

  /**
   * How long an acknowledgement over a connection may take, where the usual three seconds are long.
   */
  public void waitForAcknowledgement(Duration atMost) {
    sockets.patience = atMost;
  }

  /** Makes a channel that aiwf is in, or only looks at from outside. */
  public void channel(String id, boolean member) {
    workspace.channel(id, member);
  }

  /** Makes a channel that only its members know of. */
  public void privateChannel(String id, boolean member) {
    workspace.makePrivate(id);
    workspace.channel(id, member);
  }

  /** Nobody can write there any more. */
  public void archive(String channel) {
    workspace.archive(channel);
  }

  /** People can write there again. */
  public void unarchive(String channel) {
    workspace.unarchive(channel);
  }

  /** Makes a user group. */
  public void group(String id, Set<String> users) {
    workspace.group(id, users);
  }

  /** Allows the app no more than these scopes. */
  public void grant(Set<String> scopes) {
    workspace.scopes.grant(scopes);
  }

  /** Sends the app no events but these. */
  public void subscribe(Set<String> events) {
    workspace.scopes.subscribe(events);
  }

  /** Lets somebody join. */
  public void user(String id, String name) {
    workspace.user(id, name);
  }

  /** Types a slash command, everything after the slash. */
  public Delivery command(String user, String channel, String typed) {
    String[] parts = typed.split(" ", 2);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", "legacy");
    form.put("team_id", TEAM);
    form.put("channel_id", channel);
    form.put(
        "channel_name",
        switch (workspace.kind(channel)) {
          case "im" -> "directmessage";
          case "group" -> "privategroup";
          default -> "general";
        });
    form.put("user_id", user);
    form.put("user_name", workspace.name(user).orElse(user));
    form.put("command", "/" + parts[0]);
    form.put("text", parts.length > 1 ? parts[1] : "");
    form.put("response_url", url().resolve("/response/1").toString());
    form.put("trigger_id", workspace.trigger());
    return judged(wire.command(form));
  }

  /** What stands in an answer to a command is judged as any message is. */
  private Delivery judged(Delivery delivery) {
    if (delivery.answer().has("blocks")) {
      try {
        BlockRules.message(delivery.answer().path("blocks"));
      } catch (Rejected e) {
        api.rejections.add("command: " + e.getMessage());
      }
    }
    return delivery;
  }

  /**
   * Types a message, as people see it. Slack escapes it, and delivers one that says {@code @aiwf}
   * twice: as a mention and as a message.
   */
  public Typed say(String user, String channel, @Nullable String thread, String typed) {
    String ts = workspace.nextTs();
    String text =
        typed
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("@aiwf", MENTION);
    workspace.typed(channel, ts);
    Delivery message = event("message", user, channel, thread, ts, text);
    return new Typed(
        ts,
        text.contains(MENTION)
            ? List.of(message, event("app_mention", user, channel, thread, ts, text))
            : List.of(message));
  }

  /**
   * Addresses aiwf in Slack's own markup, in which people and groups stand with their ids.
   *
   * @return the event that brought it
   */
  public Delivery mention(String user, String channel, @Nullable String thread, String markup) {
    String ts = workspace.nextTs();
    workspace.typed(channel, ts);
    return event("app_mention", user, channel, thread, ts, MENTION + " " + markup);
  }

  /** What the answer to a command looks like to whoever asked, for them to press. */
  public Post shown(String user, String channel, Delivery delivery) {
    return new Post(
        channel,
        workspace.nextTs(),
        null,
        user,
        delivery.answer().path("text").asString(""),
        delivery.answer().path("blocks"),
        null,
        0);
  }

  /** Edits a message that was typed. */
  public Delivery edit(String user, String channel, String thread, Typed typed, String text) {
    return event(payloads.changed(user, channel, thread, typed.ts(), text, workspace.nextTs()));
  }

  /** Takes a message back that was typed. */
  public Delivery takeBack(String user, String channel, String thread, Typed typed) {
    return event(payloads.changed(user, channel, thread, typed.ts(), null, workspace.nextTs()));
  }

  /** Drops a file into a thread, with or without a word. */
  public Delivery drop(
      String user, String channel, String thread, String name, byte[] bytes, String words) {
    String id = workspace.nextId("F");
    workspace.files.drop(id, Stored.of(channel, thread, name, name, bytes));
    String ts = workspace.nextTs();
    workspace.typed(channel, ts);
    ObjectNode event = payloads.message("message", user, channel, thread, ts, words);
    event.put("subtype", "file_share");
    event.putArray("files").addObject().put("id", id).put("name", name).put("size", bytes.length);
    return event(event);
  }

  /** Chooses the app's entry in a message's menu. */
  public Delivery record(
      String user, String channel, @Nullable String thread, String ts, String text) {
    return wire.interaction(payloads.shortcut(user, channel, thread, ts, text, trigger(user)));
  }

  /** Opens the app's own page, and waits until it is drawn. */
  public Post home(String user) throws InterruptedException {
    var _ =
        event(
            JsonMapper.shared()
                .createObjectNode()
                .put("type", "app_home_opened")
                .put("user", user)
                .put("channel", "D" + user)
                .put("tab", "home"));
    return next(workspace.homes, "home page");
  }

  /** Waits for the next file that the app brings. */
  public Stored nextFile() throws InterruptedException {
    return next(workspace.files.brought, "file");
  }

  private Delivery event(
      String type, String user, String channel, @Nullable String thread, String ts, String text) {
    return event(payloads.message(type, user, channel, thread, ts, text));
  }

  /** Delivers any event, as its JSON. */
  public Delivery event(ObjectNode event) {
    String type = event.path("type").asString();
    String kind = workspace.kind(event.path("channel").asString(""));
    String name =
        type.equals("message")
            ? "message."
                + (kind.equals("channel") ? "channels" : kind.equals("group") ? "groups" : "im")
            : type;
    return workspace.scopes.sends(name)
        ? wire.event(payloads.event(event))
        : new Delivery(Map.of(), "", 0, JsonMapper.shared().createObjectNode());
  }

  /** Presses what is labelled so, or chooses it from a menu, in the latest message that has it. */
  public Delivery press(String user, String label) {
    return posts().reversed().stream()
        .filter(post -> post.control(label).isPresent())
        .findFirst()
        .map(post -> press(user, post, label))
        .orElseThrow(() -> new AssertionError("Nothing is labelled " + label + " in " + posts()));
  }

  /** Presses it as somebody does who still sees that message. */
  public Delivery press(String user, Post seen, String label) {
    Post.Control control =
        seen.control(label)
            .orElseThrow(() -> new AssertionError(label + " is none of " + seen.labels()));
    return wire.interaction(payloads.press(user, seen, control, trigger(user)));
  }

  /** What somebody's press hands out, with which one form can be opened within three seconds. */
  public String trigger(String user) {
    String trigger = workspace.trigger();
    pressedBy.put(trigger, user);
    return trigger;
  }

  /** Sends a form; fields that are left out stay as they began. */
  public Delivery submit(Modal modal, Map<String, String> values) {
    Delivery delivery = wire.interaction(payloads.submission(modal, values));
    if (delivery.answer().path("response_action").asString("").equals("errors")) {
      delivery
          .answer()
          .path("errors")
          .propertyNames()
          .forEach(field -> {
            if (!modal.fields().containsKey(field)) {
              api.rejections.add("view_submission: error beside no field: " + field);
            }
          });
    } else if (delivery.acknowledged()) {
      workspace.shut(modal);
    }
    return delivery;
  }

  /** Delivers exactly the same again, as the n-th retry. */
  public Delivery replay(Delivery delivery, int attempt) {
    return wire.again(delivery, attempt);
  }

  /** Sends any bytes, signed as of then. */
  public Delivery signed(String body, String contentType, Instant at) {
    return sending.signed(body, contentType, at);
  }

  /** Sends any bytes with any headers. */
  public Delivery unsigned(Map<String, String> headers, String body) {
    return sending.send(headers, body);
  }

  /** Whether that form is still on the screen. */
  public boolean isOpen(Modal modal) {
    return workspace.isOpen(modal);
  }

  /** Takes a message away, as somebody who may can do. */
  public void delete(Post post) {
    workspace.delete(post);
  }

  /** All messages that everybody sees, in the order in which they were posted. */
  public List<Post> posts() {
    return workspace.all();
  }

  /** Waits for the next line that only one person sees. */
  public Post nextWhisper() throws InterruptedException {
    return next(workspace.whispers, "line for one person");
  }

  /** Waits for the next form that opens. */
  public Modal nextModal() throws InterruptedException {
    return next(workspace.opened, "form");
  }

  private <T> T next(BlockingQueue<T> queue, String what) throws InterruptedException {
    T next = queue.poll(Patience.LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("There came no " + what + "; rejected: " + rejections());
    }
    return next;
  }

  /** The methods that were called, in order. */
  public List<String> called() {
    return List.copyOf(api.called);
  }

  /** What was wrong with calls and answers, each with the reason. */
  public List<String> rejections() {
    return Collections.unmodifiableList(api.rejections);
  }

  /** The next call of that method is answered with an error. */
  public void refuse(String method, String error) {
    api.faults.plan(method, new Faults.Fault.Says(error));
  }

  /** The next call of that method comes too soon. */
  public void rateLimit(String method, int seconds) {
    api.faults.plan(method, new Faults.Fault.TooFast(seconds));
  }

  /** The next call of that method meets a status that is no answer. */
  public void answerWith(String method, int status) {
    api.faults.plan(method, new Faults.Fault.Answers(status));
  }

  /** The next call of that method works, but the answer never arrives. */
  public void loseReply(String method) {
    api.faults.plan(method, new Faults.Fault.LosesReply());
  }

  /** The next call of that method does nothing and is not answered until the latch is opened. */
  public CountDownLatch hang(String method) {
    CountDownLatch until = new CountDownLatch(1);
    api.faults.plan(method, new Faults.Fault.Hangs(until));
    return until;
  }

  /** Its API is out of reach from now on, while people go on typing. */
  public void goDown() {
    api.close();
  }

  @Override
  public void close() {
    api.close();
    sockets.close();
    sending.close();
  }
}
