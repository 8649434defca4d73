package dev.aiwf.testkit.slack;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Slack as an app sees it: its API to call, and people who type, press and fill in forms. */
public final class FakeSlack implements AutoCloseable {

  /** The workspace. */
  public static final String TEAM = Workspace.TEAM;

  private static final String MENTION = "<@" + Workspace.BOT_USER + ">";

  private static final long LONG_ENOUGH = 20;

  private final Workspace workspace;
  private final Payloads payloads;
  private final ApiServer api;
  private final Sending sending;
  private final Map<String, String> pressedBy = new ConcurrentHashMap<>();

  /** A workspace by the computer's clock. */
  public FakeSlack(String signingSecret, String botToken) throws IOException {
    this(signingSecret, botToken, InstantSource.system());
  }

  /** A workspace by that clock, with nobody in it. */
  public FakeSlack(String signingSecret, String botToken, InstantSource clock) throws IOException {
    workspace = new Workspace(clock);
    payloads = new Payloads(workspace);
    api = new ApiServer(botToken, new Methods(workspace, pressedBy));
    sending = new Sending(signingSecret, clock);
  }

  /** Where its methods are. */
  public URI url() {
    return api.url();
  }

  /** Sends what happens here to that address. */
  public void deliverTo(URI app) {
    sending.app = app;
  }

  /** Makes a channel that aiwf is in, or only looks at from outside. */
  public void channel(String id, boolean member) {
    workspace.channel(id, member);
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
    form.put("channel_name", "general");
    form.put("user_id", user);
    form.put("user_name", workspace.name(user).orElse(user));
    form.put("command", "/" + parts[0]);
    form.put("text", parts.length > 1 ? parts[1] : "");
    form.put("response_url", url().resolve("/response/1").toString());
    form.put("trigger_id", workspace.trigger());
    return judged(sending.form(form));
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
            ? List.of(event("app_mention", user, channel, thread, ts, text), message)
            : List.of(message));
  }

  private Delivery event(
      String type, String user, String channel, @Nullable String thread, String ts, String text) {
    return event(payloads.message(type, user, channel, thread, ts, text));
  }

  /** Delivers any event, as its JSON. */
  public Delivery event(ObjectNode event) {
    return sending.json(payloads.event(event));
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
    return sending.payload(payloads.press(user, seen, control, trigger(user)));
  }

  /** What somebody's press hands out, with which one form can be opened within three seconds. */
  public String trigger(String user) {
    String trigger = workspace.trigger();
    pressedBy.put(trigger, user);
    return trigger;
  }

  /** Sends a form; fields that are left out stay as they began. */
  public Delivery submit(Modal modal, Map<String, String> values) {
    Delivery delivery = sending.payload(payloads.submission(modal, values));
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
    Map<String, String> headers = new LinkedHashMap<>(delivery.headers());
    headers.put("X-Slack-Retry-Num", String.valueOf(attempt));
    headers.put("X-Slack-Retry-Reason", "http_timeout");
    return sending.send(headers, delivery.request());
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
    T next = queue.poll(LONG_ENOUGH, TimeUnit.SECONDS);
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
    sending.close();
  }
}
