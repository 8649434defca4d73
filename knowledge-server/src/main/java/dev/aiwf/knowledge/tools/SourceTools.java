package dev.aiwf.knowledge.tools;

import static dev.aiwf.knowledge.tools.Schemas.COUNT;
import static dev.aiwf.knowledge.tools.Schemas.TEXT;
import static dev.aiwf.knowledge.tools.Schemas.TEXTS;
import static dev.aiwf.knowledge.tools.Schemas.fields;

import dev.aiwf.knowledge.items.Item;
import dev.aiwf.knowledge.items.Kind;
import dev.aiwf.knowledge.items.Library;
import dev.aiwf.knowledge.items.Source;
import dev.aiwf.knowledge.search.Catalog;
import dev.aiwf.knowledge.search.Hit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tools that begin with the sources: which there are, and what each says on a topic. */
final class SourceTools {

  private static final int MOST_SOURCES = 500;
  private static final int USUAL_SOURCES = 100;
  private static final int MOST_EACH = 50;
  private static final int USUAL_EACH = 10;

  /** Nobody compares more texts than that at once. */
  private static final int BEST = 10;

  private SourceTools() {}

  static Tool list() {
    Map<String, Object> counts = new LinkedHashMap<>();
    Arrays.stream(Kind.values()).forEach(kind -> counts.put(kind.word(), COUNT));
    return new Tool(
        "list_sources",
        "Texts that the knowledge rests on",
        "The texts that were read, with how many items of each kind rest on them. Use it to say"
            + " what the knowledge base covers, and to find ids for compare_sources.",
        Schemas.input(List.of(), fields("limit", Schemas.limit(MOST_SOURCES, USUAL_SOURCES))),
        Schemas.answer(
            Schemas.object(
                List.of("id", "title", "authors", "type", "extraction_counts"),
                fields(
                    "id",
                    TEXT,
                    "title",
                    TEXT,
                    "authors",
                    TEXTS,
                    "type",
                    fields(
                        "enum",
                        Arrays.stream(Source.Type.values()).map(Source.Type::word).toList()),
                    "url",
                    Schemas.TEXT_OR_NOTHING,
                    "extraction_counts",
                    Schemas.object(List.copyOf(counts.keySet()), counts),
                    "team",
                    Schemas.YES))),
        SourceTools::listed);
  }

  private static Outcome listed(Shelf shelf, Arguments arguments) {
    Library library = shelf.catalog().library();
    List<Source> sources =
        library.sources().stream()
            .limit(arguments.number("limit", MOST_SOURCES, USUAL_SOURCES))
            .toList();
    Map<String, Map<Kind, Long>> counts =
        library.items().stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.about().source().source(),
                    Collectors.groupingBy(Item::kind, Collectors.counting())));
    return new Outcome(
        sources.stream()
            .map(source -> listed(source, counts.getOrDefault(source.id(), Map.of())))
            .toList(),
        "",
        sources.stream().map(Source::title).toList(),
        Outcome.SearchType.LIST);
  }

  private static Map<String, Object> listed(Source source, Map<Kind, Long> counts) {
    Map<String, Object> counted = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      counted.put(kind.word(), counts.getOrDefault(kind, 0L));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", source.id());
    json.put("title", source.title());
    json.put("authors", source.authors());
    json.put("type", source.type().word());
    json.put("url", source.url());
    json.put("extraction_counts", counted);
    ItemJson.mark(json, source.team());
    return json;
  }

  static Tool compare() {
    Map<String, Object> extraction =
        Schemas.object(
            List.of("id", "type", "title", "summary", "topics"),
            fields(
                "id",
                TEXT,
                "type",
                TEXT,
                "title",
                TEXT,
                "summary",
                TEXT,
                "topics",
                TEXTS,
                "score",
                Schemas.SCORE,
                "team",
                Schemas.YES));
    return new Tool(
        "compare_sources",
        "What different sources say on a topic",
        "What each source says on a topic, side by side. Use it where sources may disagree, or to"
            + " check that a recommendation rests on more than one.",
        Schemas.input(
            List.of("topic"),
            fields(
                "topic",
                Schemas.words("What it should be about, in a few words; matched by meaning."),
                "source_ids",
                fields(
                    "type",
                    "array",
                    "items",
                    TEXT,
                    "maxItems",
                    50,
                    "description",
                    "Ids of list_sources; without them, the ten that say it best."),
                "limit_per_source",
                Schemas.limit(MOST_EACH, USUAL_EACH, "How many of each source at most."))),
        Schemas.answer(
            Schemas.object(
                List.of("source_id", "source_title", "extractions"),
                fields(
                    "source_id",
                    TEXT,
                    "source_title",
                    TEXT,
                    "extractions",
                    Schemas.list(extraction)))),
        SourceTools::compared);
  }

  private static Outcome compared(Shelf shelf, Arguments arguments) {
    Catalog catalog = shelf.catalog();
    String topic = arguments.text("topic");
    int each = arguments.number("limit_per_source", MOST_EACH, USUAL_EACH);
    List<String> asked = arguments.texts("source_ids");
    Map<String, List<Hit>> found =
        catalog.index().under(topic, _ -> true, Integer.MAX_VALUE).stream()
            .collect(
                Collectors.groupingBy(
                    hit -> hit.item().about().source().source(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Source> sources =
        chosen(catalog, asked.isEmpty() ? found.keySet().stream().limit(BEST).toList() : asked);
    return new Outcome(
        sources.stream()
            .map(
                source -> compared(shelf, source, found.getOrDefault(source.id(), List.of()), each))
            .toList(),
        topic,
        sources.stream().map(Source::title).toList(),
        Outcome.SearchType.COMPARISON);
  }

  private static List<Source> chosen(Catalog catalog, List<String> ids) {
    List<String> unknown =
        ids.stream().filter(id -> catalog.library().source(id).isEmpty()).distinct().toList();
    if (!unknown.isEmpty()) {
      throw new Failure(
          new Answer.Failed(
              Answer.Code.NOT_FOUND,
              "There is no such source; list_sources tells which there are.",
              Map.of("source_ids", unknown),
              0));
    }
    return ids.stream().distinct().flatMap(id -> catalog.library().source(id).stream()).toList();
  }

  private static Map<String, Object> compared(
      Shelf shelf, Source source, List<Hit> hits, int each) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source_id", source.id());
    json.put("source_title", source.title());
    json.put("extractions", hits.stream().limit(each).map(shelf::compared).toList());
    return json;
  }
}
