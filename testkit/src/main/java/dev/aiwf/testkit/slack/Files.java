package dev.aiwf.testkit.slack;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files on their way into Slack, and those that people put there. */
final class Files {

  private final Map<String, Announced> announced = new ConcurrentHashMap<>();
  private final Map<String, byte[]> sent = new ConcurrentHashMap<>();
  private final Map<String, Stored> dropped = new ConcurrentHashMap<>();

  /** In the order in which they came, for somebody to wait for. */
  final BlockingQueue<Stored> brought = new LinkedBlockingQueue<>();

  private final List<Standing> standing = new CopyOnWriteArrayList<>();

  private record Announced(String name, int length) {}

  /** A file that the app brought, as a message. */
  private record Standing(String ts, Stored file) {

    ObjectNode message() {
      ObjectNode message = JsonMapper.shared().createObjectNode();
      message.put("type", "message").put("ts", ts).put("bot_id", Workspace.BOT_ID);
      if (file.thread() != null) {
        message.put("thread_ts", file.thread());
      }
      message
          .putArray("files")
          .addObject()
          .put("name", file.name())
          .put("title", file.title())
          .put("size", file.bytes().length);
      return message;
    }
  }

  ObjectNode announce(Arguments arguments, String id, String base) throws Rejected {
    announced.put(
        id,
        new Announced(arguments.needed("filename"), Integer.parseInt(arguments.needed("length"))));
    return Methods.ok().put("upload_url", base + "upload/" + id).put("file_id", id);
  }

  /** Takes what was announced; false if it is something else. */
  boolean take(String id, byte[] bytes) {
    Announced wanted = announced.get(id);
    if (wanted == null || wanted.length() != bytes.length) {
      return false;
    }
    sent.put(id, bytes);
    return true;
  }

  ObjectNode complete(Arguments arguments, String ts) throws Rejected {
    JsonNode files = arguments.tree("files", "[]");
    if (!files.isArray() || files.isEmpty()) {
      throw new Rejected("invalid_arguments", "files");
    }
    for (JsonNode file : files) {
      String id = file.path("id").asString("");
      byte[] bytes = sent.remove(id);
      Announced known = announced.remove(id);
      if (bytes == null || known == null) {
        throw new Rejected("file_not_found", id);
      }
      Stored stored =
          Stored.of(
              arguments.needed("channel_id"),
              arguments.text("thread_ts").orElse(null),
              known.name(),
              file.path("title").asString(known.name()),
              bytes);
      standing.add(new Standing(ts, stored));
      brought.add(stored);
    }
    return Methods.ok();
  }

  /** Those that the app brought there, as messages among the others. */
  List<ObjectNode> said(String channel, @Nullable String thread) {
    return standing.stream()
        .filter(each ->
            each.file().channel().equals(channel) && Objects.equals(each.file().thread(), thread))
        .map(Standing::message)
        .toList();
  }

  void drop(String id, Stored file) {
    dropped.put(id, file);
  }

  List<String> droppedIds() {
    return List.copyOf(dropped.keySet());
  }

  Optional<byte[]> content(String id) {
    return Optional.ofNullable(dropped.get(id)).map(Stored::bytes);
  }

  ObjectNode info(Arguments arguments, String base) throws Rejected {
    String id = arguments.needed("file");
    Stored file = dropped.get(id);
    if (file == null) {
      throw new Rejected("file_not_found", id);
    }
    ObjectNode answer = Methods.ok();
    answer
        .putObject("file")
        .put("id", id)
        .put("name", file.name())
        .put("size", file.bytes().length)
        .put("url_private_download", base + "file/" + id);
    return answer;
  }
}
