package dev.aiwf.knowledge.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiwf.core.port.Knowledge.Item;
import dev.aiwf.core.port.Knowledge.Section;
import dev.aiwf.core.project.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A whole item as a server tells it. */
final class ItemReader {

  private static final int MOST_LINES = 50;
  private static final int MOST_TOPICS = 20;

  private ItemReader() {}

  /** The item; none if what stands there is none of this kind and id. */
  static Optional<Item> read(JsonNode json, Finding.Kind kind, String id, String base) {
    Tool tool = Tool.of(kind);
    String title = Plain.title(json.path(tool.title()).asText());
    if (!json.path("id").asText().equals(id) || !Plain.isId(id) || title.isEmpty()) {
      return Optional.empty();
    }
    JsonNode source = json.path("source");
    Finding finding =
        new Finding(
            id,
            kind,
            title,
            Plain.text(json.path(tool.text()).asText()),
            Plain.source(source.path("title").asText(), source.path("section").asText()),
            Plain.address(source.path("url").asText()),
            base,
            1);
    return Optional.of(
        new Item(finding, lines(json.path("topics"), MOST_TOPICS), sections(json, kind)));
  }

  private static List<Section> sections(JsonNode json, Finding.Kind kind) {
    List<Section> sections = new ArrayList<>();
    for (Part part : parts(kind)) {
      List<String> lines = lines(json.path(part.field()), MOST_LINES);
      if (!lines.isEmpty()) {
        sections.add(new Section(part.name(), lines));
      }
    }
    return sections;
  }

  private record Part(String name, String field) {}

  private static List<Part> parts(Finding.Kind kind) {
    return switch (kind) {
      case DECISION ->
          List.of(
              new Part("Recommended", "recommended_approach"),
              new Part("Options", "options"),
              new Part("What tips it", "considerations"));
      case PATTERN ->
          List.of(
              new Part("Problem", "problem"),
              new Part("Solution", "solution"),
              new Part("When", "context"),
              new Part("What it costs", "trade_offs"),
              new Part("Example", "code_example"));
      case WARNING ->
          List.of(
              new Part("What goes wrong", "description"),
              new Part("How it shows", "symptoms"),
              new Part("What it leads to", "consequences"),
              new Part("What prevents it", "prevention"));
      case METHODOLOGY ->
          List.of(
              new Part("Before", "prerequisites"),
              new Part("Steps", "steps"),
              new Part("What comes out", "outputs"));
    };
  }

  /** A text line by line, or the entries of a list. */
  private static List<String> lines(JsonNode json, int most) {
    List<String> lines = new ArrayList<>();
    if (json.isTextual()) {
      json.asText().lines().limit(most).forEach(lines::add);
    }
    for (JsonNode entry : json) {
      if (lines.size() < most && entry.isTextual()) {
        lines.add(entry.asText());
      }
    }
    return lines.stream().map(Plain::line).filter(line -> !line.isEmpty()).toList();
  }
}
