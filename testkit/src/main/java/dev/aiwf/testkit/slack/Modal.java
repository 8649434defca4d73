package dev.aiwf.testkit.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A form that is open on somebody's screen.
 *
 * @param id what Slack calls it
 * @param user whose screen
 * @param view the form as it was sent
 */
public record Modal(String id, String user, JsonNode view) {

  /** What stands over it. */
  public String title() {
    return view.path("title").path("text").asString();
  }

  /** Its fields by id, each with what it begins with, which may be nothing. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (JsonNode block : view.path("blocks")) {
      if (block.path("type").asString("").equals("input")) {
        JsonNode element = block.path("element");
        String chosen = element.path("initial_option").path("value").asString("");
        fields.put(
            block.path("block_id").asString(), element.path("initial_value").asString(chosen));
      }
    }
    return fields;
  }

  JsonNode field(String id) {
    for (JsonNode block : view.path("blocks")) {
      if (block.path("block_id").asString("").equals(id)) {
        return block;
      }
    }
    throw new AssertionError("There is no field " + id + " in " + fields().keySet());
  }
}
