package dev.aiwf.testkit.slack;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Slack's methods, as far as a bot of ours needs them, each with the arguments it knows. */
final class Methods {

  private final Workspace workspace;
  private final Map<String, String> pressedBy;
  private final Supplier<String> base;

  /** Answers for a workspace, where these people pressed what made these triggers. */
  Methods(Workspace workspace, Map<String, String> pressedBy, Supplier<String> base) {
    this.workspace = workspace;
    this.base = base;
    this.pressedBy = pressedBy;
  }

  ObjectNode call(String method, Arguments arguments) throws Rejected {
    arguments.only(KnownArguments.taken(method));
    workspace.limits.count(method, arguments);
    workspace.scopes.check(method, workspace.isPrivate(arguments.text("channel").orElse("")));
    return switch (method) {
      case "auth.test" ->
          ok().put("team_id", Workspace.TEAM)
              .put("team", "Loopback")
              .put("user", "aiwf")
              .put("url", "https://loopback.slack.com/")
              .put("user_id", Workspace.BOT_USER)
              .put("bot_id", Workspace.BOT_ID);
      case "chat.postMessage" -> post(arguments);
      case "chat.update" -> update(arguments);
      case "chat.postEphemeral" -> whisper(arguments);
      case "views.open" -> open(arguments);
      case "views.publish" -> publish(arguments);
      case "conversations.join" -> join(arguments);
      case "usergroups.users.list" -> group(arguments);
      case "files.info" -> workspace.files.info(arguments, base.get());
      case "files.getUploadURLExternal" ->
          workspace.files.announce(arguments, workspace.nextId("F"), base.get());
      case "files.completeUploadExternal" -> {
        String channel = arguments.needed("channel_id");
        thread(arguments, channel);
        yield workspace.files.complete(arguments, workspace.nextTs());
      }
      case "conversations.replies" -> read(arguments, arguments.needed("ts"));
      case "conversations.history" -> read(arguments, null);
      default -> user(arguments);
    };
  }

  Files files() {
    return workspace.files;
  }

  Scopes scopes() {
    return workspace.scopes;
  }

  static ObjectNode ok() {
    return JsonMapper.shared().createObjectNode().put("ok", true);
  }

  private String channel(Arguments arguments) throws Rejected {
    String channel = arguments.needed("channel");
    boolean member =
        workspace.member(channel).orElseThrow(() -> new Rejected("channel_not_found", channel));
    if (!member) {
      throw new Rejected(
          workspace.isPrivate(channel) ? "channel_not_found" : "not_in_channel", channel);
    }
    if (workspace.isArchived(channel)) {
      throw new Rejected("is_archived", channel);
    }
    return channel;
  }

  private static JsonNode blocks(Arguments arguments) throws Rejected {
    JsonNode blocks = arguments.tree("blocks", "[]");
    if (arguments.text("blocks").isPresent()) {
      BlockRules.message(blocks);
    }
    String text = arguments.text("text").orElse("");
    if (text.length() > 40_000) {
      throw new Rejected("msg_too_long", text.length() + " characters");
    }
    if (Rules.CALLS.matcher(text).find()) {
      throw new Rejected("calls_everybody", text);
    }
    if (text.isBlank()) {
      throw new Rejected("no_text", "notifications have nothing to show");
    }
    return blocks;
  }

  private static @Nullable JsonNode metadata(Arguments arguments) throws Rejected {
    if (arguments.text("metadata").isEmpty()) {
      return null;
    }
    JsonNode metadata = arguments.tree("metadata", "{}");
    if (!metadata.path("event_type").isString() || !metadata.path("event_payload").isObject()) {
      throw new Rejected("invalid_metadata_format", metadata.toString());
    }
    return metadata;
  }

  private @Nullable String thread(Arguments arguments, String channel) throws Rejected {
    String thread = arguments.text("thread_ts").orElse(null);
    if (thread != null && !workspace.stands(channel, thread)) {
      throw new Rejected("invalid_thread_ts", thread);
    }
    return thread;
  }

  private ObjectNode post(Arguments arguments) throws Rejected {
    String channel = channel(arguments);
    Post post =
        workspace.post(
            channel,
            thread(arguments, channel),
            arguments.text("text").orElse(""),
            blocks(arguments),
            metadata(arguments));
    return ok().put("channel", channel).put("ts", post.ts());
  }

  private ObjectNode update(Arguments arguments) throws Rejected {
    String channel = channel(arguments);
    String ts = arguments.needed("ts");
    Post post =
        workspace.find(channel, ts).orElseThrow(() -> new Rejected("message_not_found", ts));
    workspace.redraw(
        post, arguments.text("text").orElse(""), blocks(arguments), metadata(arguments));
    return ok().put("channel", channel).put("ts", ts);
  }

  private ObjectNode whisper(Arguments arguments) throws Rejected {
    String channel = channel(arguments);
    String user = arguments.needed("user");
    if (workspace.name(user).isEmpty()) {
      throw new Rejected("user_not_in_channel", user);
    }
    String ts = workspace.nextTs();
    workspace.whispers.add(
        new Post(
            channel,
            ts,
            thread(arguments, channel),
            user,
            arguments.text("text").orElse(""),
            blocks(arguments),
            null,
            0));
    return ok().put("message_ts", ts);
  }

  private ObjectNode open(Arguments arguments) throws Rejected {
    String trigger = arguments.needed("trigger_id");
    JsonNode view = arguments.tree("view", "{}");
    ViewRules.modal(view);
    workspace.useTrigger(trigger);
    Modal modal = workspace.open(pressedBy.getOrDefault(trigger, ""), view);
    return ok().set("view", JsonMapper.shared().createObjectNode().put("id", modal.id()));
  }

  private ObjectNode publish(Arguments arguments) throws Rejected {
    JsonNode view = arguments.tree("view", "{}");
    ViewRules.home(view);
    workspace.homes.add(
        new Post(
            "",
            workspace.nextTs(),
            null,
            arguments.needed("user_id"),
            "",
            view.path("blocks"),
            null,
            0));
    return ok();
  }

  /** Anybody may go into a public channel, and into a private one only if invited. */
  private ObjectNode join(Arguments arguments) throws Rejected {
    String channel = arguments.needed("channel");
    boolean member =
        workspace.member(channel).orElseThrow(() -> new Rejected("channel_not_found", channel));
    if (workspace.isArchived(channel)) {
      throw new Rejected("is_archived", channel);
    }
    if (workspace.isPrivate(channel)) {
      // No mistake of the app's: it can't know which channels are private.
      return ok().put("ok", false)
          .put("error", member ? "method_not_supported_for_channel_type" : "channel_not_found");
    }
    workspace.channel(channel, true);
    return ok();
  }

  private ObjectNode group(Arguments arguments) throws Rejected {
    String group = arguments.needed("usergroup");
    ObjectNode answer = ok();
    ArrayNode users = answer.putArray("users");
    workspace
        .group(group)
        .orElseThrow(() -> new Rejected("no_such_subteam", group))
        .forEach(users::add);
    return answer;
  }

  private ObjectNode read(Arguments arguments, @Nullable String thread) throws Rejected {
    String channel = channel(arguments);
    if (thread != null && !workspace.stands(channel, thread)) {
      throw new Rejected("thread_not_found", thread);
    }
    boolean metadata = arguments.text("include_all_metadata").orElse("").matches("1|true");
    String oldest = arguments.text("oldest").orElse("0");
    List<ObjectNode> said =
        Stream.concat(
                workspace.said(channel, thread).stream().map(post -> message(post, metadata)),
                workspace.files.said(channel, thread).stream())
            .filter(message -> ts(message).compareTo(oldest) >= 0 || ts(message).equals(thread))
            .sorted(Comparator.comparing(Methods::ts))
            .toList();
    int from = Integer.parseInt(arguments.text("cursor").filter(c -> !c.isEmpty()).orElse("0"));
    int to = Math.min(said.size(), from + Integer.parseInt(arguments.text("limit").orElse("100")));
    ObjectNode answer = ok();
    ArrayNode messages = answer.putArray("messages");
    messages.addAll(said.subList(from, to));
    answer.put("has_more", to < said.size());
    answer
        .putObject("response_metadata")
        .put("next_cursor", to < said.size() ? String.valueOf(to) : "");
    return answer;
  }

  private static String ts(ObjectNode message) {
    return message.path("ts").asString();
  }

  static ObjectNode message(Post post, boolean metadata) {
    ObjectNode message =
        JsonMapper.shared()
            .createObjectNode()
            .put("type", "message")
            .put("ts", post.ts())
            .put("bot_id", Workspace.BOT_ID)
            .put("user", Workspace.BOT_USER)
            .put("text", post.text());
    message.set("blocks", post.blocks());
    if (post.thread() != null) {
      message.put("thread_ts", post.thread());
    }
    if (metadata && post.metadata() != null) {
      message.set("metadata", post.metadata());
    }
    return message;
  }

  private ObjectNode user(Arguments arguments) throws Rejected {
    String user = arguments.needed("user");
    String name = workspace.name(user).orElseThrow(() -> new Rejected("user_not_found", user));
    ObjectNode answer = ok();
    ObjectNode shown = answer.putObject("user").put("id", user).put("name", name);
    shown.putObject("profile").put("display_name", name).put("real_name", name);
    return answer;
  }
}
