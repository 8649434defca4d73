package dev.aiwf.testkit.slack;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Slack writes into its requests. */
final class Payloads {

  private final Workspace workspace;

  Payloads(Workspace workspace) {
    this.workspace = workspace;
  }

  private static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }

  ObjectNode event(ObjectNode event) {
    ObjectNode payload =
        object()
            .put("token", "legacy")
            .put("team_id", Workspace.TEAM)
            .put("api_app_id", "A1")
            .put("type", "event_callback")
            .put("event_id", workspace.nextId("Ev"))
            .put("event_time", workspace.clock().instant().getEpochSecond());
    payload.set("event", event);
    payload
        .putArray("authorizations")
        .addObject()
        .put("team_id", Workspace.TEAM)
        .put("user_id", Workspace.BOT_USER)
        .put("is_bot", true);
    return payload;
  }

  ObjectNode message(
      String type, String user, String channel, @Nullable String thread, String ts, String text) {
    ObjectNode event =
        object()
            .put("type", type)
            .put("user", user)
            .put("channel", channel)
            .put("ts", ts)
            .put("event_ts", ts)
            .put("text", text);
    if (type.equals("message")) {
      event.put("channel_type", workspace.kind(channel));
    }
    if (thread != null) {
      event.put("thread_ts", thread);
    }
    return event;
  }

  private ObjectNode interaction(String type, String user, String trigger) {
    ObjectNode payload =
        object()
            .put("type", type)
            .put("api_app_id", "A1")
            .put("token", "legacy")
            .put("trigger_id", trigger);
    payload
        .putObject("user")
        .put("id", user)
        .put("username", workspace.name(user).orElse(user))
        .put("team_id", Workspace.TEAM);
    payload.putObject("team").put("id", Workspace.TEAM).put("domain", "loopback");
    return payload;
  }

  ObjectNode press(String user, Post post, Post.Control control, String trigger) {
    ObjectNode payload = interaction("block_actions", user, trigger);
    if (post.channel().isEmpty()) {
      payload.putObject("container").put("type", "view").put("view_id", "V0");
      payload.set("actions", actions(control));
      return payload;
    }
    ObjectNode container =
        payload
            .putObject("container")
            .put("type", "message")
            .put("message_ts", post.ts())
            .put("channel_id", post.channel())
            .put("is_ephemeral", post.user() != null);
    if (post.thread() != null) {
      container.put("thread_ts", post.thread());
    }
    payload.putObject("channel").put("id", post.channel()).put("name", "general");
    payload.set("message", Methods.message(post, false));
    payload.set("actions", actions(control));
    return payload;
  }

  private ArrayNode actions(Post.Control control) {
    ArrayNode actions = JsonMapper.shared().createArrayNode();
    ObjectNode action =
        actions
            .addObject()
            .put("action_id", control.element().path("action_id").asString())
            .put("block_id", control.block().path("block_id").asString("generated"))
            .put("type", control.element().path("type").asString())
            .put("action_ts", workspace.nextTs());
    JsonNode option = control.option();
    if (option == null) {
      action.put("value", control.element().path("value").asString());
    } else {
      action.set("selected_option", option);
    }
    return actions;
  }

  /** Something chosen from a message's menu. */
  ObjectNode shortcut(
      String user,
      String channel,
      @Nullable String thread,
      String ts,
      String text,
      String trigger) {
    ObjectNode payload = interaction("message_action", user, trigger);
    payload.put("callback_id", "record").put("message_ts", ts);
    payload.putObject("channel").put("id", channel).put("name", "general");
    ObjectNode message =
        payload
            .putObject("message")
            .put("type", "message")
            .put("user", user)
            .put("ts", ts)
            .put("text", text);
    if (thread != null) {
      message.put("thread_ts", thread);
    }
    return payload;
  }

  /** A message that was edited, or none any more. */
  ObjectNode changed(
      String user, String channel, String thread, String ts, @Nullable String text, String at) {
    ObjectNode event =
        object()
            .put("type", "message")
            .put("subtype", text == null ? "message_deleted" : "message_changed")
            .put("channel", channel)
            .put("channel_type", "channel")
            .put("ts", at)
            .put("event_ts", at);
    ObjectNode previous =
        object().put("type", "message").put("user", user).put("ts", ts).put("thread_ts", thread);
    if (text == null) {
      event.put("deleted_ts", ts);
    } else {
      ObjectNode now = previous.deepCopy().put("text", text);
      now.putObject("edited").put("user", user).put("ts", at);
      event.set("message", now);
    }
    event.set("previous_message", previous.put("text", "as it was"));
    return event;
  }

  ObjectNode submission(Modal modal, Map<String, String> values) {
    ObjectNode payload = interaction("view_submission", modal.user(), workspace.trigger());
    ObjectNode view = (ObjectNode) modal.view().deepCopy();
    view.put("id", modal.id()).put("team_id", Workspace.TEAM).put("hash", "h" + modal.id());
    ObjectNode state = view.putObject("state").putObject("values");
    modal
        .fields()
        .forEach((field, begins) -> {
          JsonNode element = modal.field(field).path("element");
          String value = values.getOrDefault(field, begins);
          ObjectNode input =
              state
                  .putObject(field)
                  .putObject(element.path("action_id").asString())
                  .put("type", element.path("type").asString());
          if (element.path("type").asString().equals("conversations_select")) {
            input.put("selected_conversation", value);
          } else if (element.has("options")) {
            input.set("selected_option", option(element, value));
          } else if (value.isEmpty()) {
            input.putNull("value");
          } else {
            input.put("value", value);
          }
        });
    payload.set("view", view);
    return payload;
  }

  private static @Nullable JsonNode option(JsonNode element, String value) {
    for (JsonNode option : element.path("options")) {
      if (option.path("value").asString().equals(value)
          || option.path("text").path("text").asString().equals(value)) {
        return option;
      }
    }
    return null;
  }
}
