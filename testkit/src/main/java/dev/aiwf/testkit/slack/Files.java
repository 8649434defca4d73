package dev.aiwf.testkit.slack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Files on their way into Slack, and those that people put there. */
final class Files {

  private final Map<String, Announced> announced = new ConcurrentHashMap<>();
  private final Map<String, byte[]> sent = new ConcurrentHashMap<>();
  private final Map<String, Stored> dropped = new ConcurrentHashMap<>();

  /** In the order in which they came, for somebody to wait for. */
  final BlockingQueue<Stored> brought = new LinkedBlockingQueue<>();

  private record Announced(String name, int length) {}

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

  ObjectNode complete(Arguments arguments) throws Rejected {
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
      brought.add(
          Stored.of(
              arguments.needed("channel_id"),
              arguments.text("thread_ts").orElse(null),
              known.name(),
              file.path("title").asString(known.name()),
              bytes));
    }
    return Methods.ok();
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
