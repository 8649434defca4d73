package dev.aiwf.knowledge.tools;

import dev.aiwf.knowledge.items.Citation;
import dev.aiwf.knowledge.items.Decision;
import dev.aiwf.knowledge.items.Item;
import dev.aiwf.knowledge.items.Library;
import dev.aiwf.knowledge.items.Methodology;
import dev.aiwf.knowledge.items.Pattern;
import dev.aiwf.knowledge.items.Source;
import dev.aiwf.knowledge.items.Warning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items and sources as JSON has them. */
public final class ItemJson {

  private ItemJson() {}

  /** An item with all that it says, and where it has it from. */
  public static Map<String, Object> whole(Library library, Item item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", item.id());
    json.put("type", item.kind().word());
    json.putAll(said(item));
    json.put("also", item.about().also());
    json.put("topics", item.about().topics());
    json.put("source", cited(library, item.about().source()));
    json.put(
        "further",
        item.about().further().stream().map(citation -> cited(library, citation)).toList());
    mark(json, item.about().team());
    return json;
  }

  /** A source with what was read of it. */
  public static Map<String, Object> whole(Source source) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", source.id());
    json.put("title", source.title());
    json.put("authors", source.authors());
    json.put("type", source.type().word());
    json.put("url", source.url());
    json.put("published", source.published());
    json.put("read", source.read().toString());
    json.put("passages", source.passages());
    mark(json, source.team());
    return json;
  }

  /** An item as the tool of its kind answers it. */
  static Map<String, Object> listed(Library library, Item item) {
    Source source = library.sourceOf(item);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", item.id());
    json.putAll(said(item));
    json.put("topics", item.about().topics());
    json.put("source_title", source.title());
    json.put("source_id", source.id());
    json.put("source_url", source.url());
    json.put("position", position(item.about().source()));
    mark(json, item.about().team());
    return json;
  }

  private static Map<String, Object> said(Item item) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (item) {
      case Decision decision -> {
        json.put("question", decision.question());
        json.put("options", decision.options());
        json.put("considerations", decision.considerations());
        json.put("recommended_approach", decision.recommendedApproach());
      }
      case Pattern pattern -> {
        json.put("name", pattern.name());
        json.put("problem", pattern.problem());
        json.put("solution", pattern.solution());
        json.put("code_example", pattern.codeExample());
        json.put("context", pattern.context());
        json.put("trade_offs", pattern.tradeOffs());
      }
      case Warning warning -> {
        json.put("title", warning.title());
        json.put("description", warning.description());
        json.put("symptoms", warning.symptoms());
        json.put("consequences", warning.consequences());
        json.put("prevention", warning.prevention());
      }
      case Methodology methodology -> {
        json.put("name", methodology.name());
        json.put("steps", methodology.steps());
        json.put("prerequisites", methodology.prerequisites());
        json.put("outputs", methodology.outputs());
      }
    }
    return json;
  }

  /** An item as the search answers it. */
  static Map<String, Object> found(Library library, Item item) {
    Source source = library.sourceOf(item);
    Map<String, Object> from = new LinkedHashMap<>();
    from.put("source_id", source.id());
    from.put("title", source.title());
    from.put("authors", source.authors());
    from.put("position", position(item.about().source()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", item.id());
    json.put("type", item.kind().word());
    json.put("title", item.title());
    json.put("content", words(item));
    json.put("topics", item.about().topics());
    json.put("source", from);
    json.put("source_url", library.sourceOf(item).url());
    mark(json, item.about().team());
    return json;
  }

  /** An item beside those of other sources. */
  static Map<String, Object> compared(Item item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", item.id());
    json.put("type", item.kind().word());
    json.put("title", item.title());
    json.put("summary", summary(item));
    json.put("topics", item.about().topics());
    mark(json, item.about().team());
    return json;
  }

  private static Map<String, Object> cited(Library library, Citation citation) {
    Map<String, Object> json =
        new LinkedHashMap<>(
            library
                .source(citation.source())
                .map(ItemJson::whole)
                .orElse(Map.of("id", citation.source())));
    json.put("section", citation.section());
    return json;
  }

  /** A section says it all: texts on the web have no pages. */
  private static Map<String, Object> position(Citation citation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("chapter", null);
    json.put("section", citation.section());
    json.put("page", null);
    return json;
  }

  /** The whole of an item in words, for a reader that takes them at once. */
  private static String words(Item item) {
    return item.title() + "\n" + String.join("\n", item.text());
  }

  /** Its beginning. */
  private static String summary(Item item) {
    List<String> text = item.text();
    return text.getFirst();
  }

  static void mark(Map<String, Object> json, boolean team) {
    if (team) {
      json.put("team", true);
    }
  }
}
