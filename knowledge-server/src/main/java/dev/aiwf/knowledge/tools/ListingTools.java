package dev.aiwf.knowledge.tools;

import static dev.aiwf.knowledge.tools.Schemas.TEXT;
import static dev.aiwf.knowledge.tools.Schemas.TEXTS;
import static dev.aiwf.knowledge.tools.Schemas.TEXT_OR_NOTHING;
import static dev.aiwf.knowledge.tools.Schemas.fields;

import dev.aiwf.knowledge.items.Kind;
import dev.aiwf.knowledge.search.Catalog;
import dev.aiwf.knowledge.search.Hit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools that give the items of one kind, a topic's or all. */
final class ListingTools {

  private static final int MOST = 500;
  private static final int USUAL = 100;

  private ListingTools() {}

  static Tool of(Kind kind) {
    String name = "get_" + kind.folder();
    return new Tool(
        name,
        title(kind),
        description(kind),
        Schemas.input(
            List.of(),
            fields(
                "topic",
                Schemas.words(
                    "What it should be about, in a few words; matched by meaning. Without it,"
                        + " all."),
                "limit",
                Schemas.limit(MOST, USUAL))),
        Schemas.answer(result(kind)),
        (shelf, arguments) -> work(kind, shelf, arguments));
  }

  private static Outcome work(Kind kind, Shelf shelf, Arguments arguments) {
    Catalog catalog = shelf.catalog();
    Optional<String> topic = arguments.optionalText("topic");
    int limit = arguments.number("limit", MOST, USUAL);
    List<Hit> hits =
        topic
            .map(words -> catalog.index().under(words, item -> item.kind() == kind, limit))
            .orElseGet(() -> catalog.index().all(kind, limit));
    return new Outcome(
        hits.stream()
            .map(hit -> topic.isPresent() ? shelf.listed(hit) : shelf.listed(hit.item()))
            .toList(),
        topic.orElse(""),
        Cited.by(catalog.library(), hits.stream().map(Hit::item).toList()),
        topic.isPresent() ? Outcome.SearchType.FILTERED : Outcome.SearchType.LIST);
  }

  private static String title(Kind kind) {
    return switch (kind) {
      case DECISION -> "Decisions and what tips them";
      case PATTERN -> "Patterns that have worked";
      case WARNING -> "Warnings";
      case METHODOLOGY -> "How something is done, step by step";
    };
  }

  private static String description(Kind kind) {
    return switch (kind) {
      case DECISION ->
          "Choices that come up when AI systems are built, such as RAG or fine-tuning: the options"
              + " with what each costs, what tips the scale, and what is recommended until when."
              + " Use it before you recommend one way over another.";
      case PATTERN ->
          "Ways to build something that have worked: the problem, what to do, when it fits and what"
              + " it costs. Use it when it is decided what to build and the question is how.";
      case WARNING ->
          "What goes wrong, how one notices, what it leads to and what prevents it. Use it every"
              + " time before you recommend something, with the topic of what you are about to"
              + " recommend.";
      case METHODOLOGY ->
          "How something is done: steps in their order, what must be there before and what comes"
              + " out. Use it when somebody asks for a plan or a process.";
    };
  }

  private static Map<String, Object> result(Kind kind) {
    Map<String, Object> properties = new LinkedHashMap<>(fields("id", TEXT));
    properties.putAll(
        switch (kind) {
          case DECISION ->
              fields(
                  "question",
                  TEXT,
                  "options",
                  TEXTS,
                  "considerations",
                  TEXTS,
                  "recommended_approach",
                  TEXT);
          case PATTERN ->
              fields(
                  "name",
                  TEXT,
                  "problem",
                  TEXT,
                  "solution",
                  TEXT,
                  "code_example",
                  TEXT_OR_NOTHING,
                  "context",
                  TEXT,
                  "trade_offs",
                  TEXTS);
          case WARNING ->
              fields(
                  "title",
                  TEXT,
                  "description",
                  TEXT,
                  "symptoms",
                  TEXTS,
                  "consequences",
                  TEXTS,
                  "prevention",
                  TEXT);
          case METHODOLOGY ->
              fields("name", TEXT, "steps", TEXTS, "prerequisites", TEXTS, "outputs", TEXTS);
        });
    properties.putAll(fields("topics", TEXTS, "source_title", TEXT, "source_id", TEXT));
    List<String> required = List.copyOf(properties.keySet());
    properties.putAll(
        fields(
            "source_url", TEXT_OR_NOTHING,
            "position", Schemas.POSITION,
            "score", Schemas.SCORE,
            "team", Schemas.YES));
    return Schemas.object(required, properties);
  }
}
