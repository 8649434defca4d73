package dev.aiwf.knowledge.tools;

import static dev.aiwf.knowledge.tools.Schemas.TEXT;
import static dev.aiwf.knowledge.tools.Schemas.TEXTS;
import static dev.aiwf.knowledge.tools.Schemas.TEXT_OR_NOTHING;
import static dev.aiwf.knowledge.tools.Schemas.fields;

import dev.aiwf.knowledge.items.Kind;
import dev.aiwf.knowledge.search.Hit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The tool that searches all kinds by words. */
final class SearchTool {

  private static final int MOST = 100;
  private static final int USUAL = 10;
  private static final String DESCRIPTION =
      "Searches decisions, patterns, warnings and methodologies of AI engineering at once. Use it"
          + " for a question that fits no single kind, and ask two or three times in different"
          + " words: a score means the same from query to query, and below 0.3 or with fewer than"
          + " three results another wording is worth it. What it does not find is not in the"
          + " knowledge base; say so rather than fill the gap.";

  private SearchTool() {}

  static Tool tool() {
    return new Tool(
        "search_knowledge",
        "Search the knowledge base",
        DESCRIPTION,
        Schemas.input(
            List.of("query"),
            fields(
                "query",
                Schemas.words("What to look for, in a few words or as a question."),
                "limit",
                Schemas.limit(MOST, USUAL))),
        Schemas.answer(result()),
        SearchTool::work);
  }

  private static Outcome work(Shelf shelf, Arguments arguments) {
    String query = arguments.text("query");
    List<Hit> hits = shelf.catalog().index().search(query, arguments.number("limit", MOST, USUAL));
    return new Outcome(
        hits.stream().map(shelf::found).toList(),
        query,
        Cited.by(shelf.catalog().library(), hits.stream().map(Hit::item).toList()),
        Outcome.SearchType.SEMANTIC);
  }

  private static Map<String, Object> result() {
    Map<String, Object> source =
        Schemas.object(
            List.of("source_id", "title", "authors", "position"),
            fields(
                "source_id", TEXT, "title", TEXT, "authors", TEXTS, "position", Schemas.POSITION));
    return Schemas.object(
        List.of("id", "score", "type", "content", "source"),
        fields(
            "id", TEXT,
            "score", Schemas.SCORE,
            "type", fields("enum", Arrays.stream(Kind.values()).map(Kind::word).toList()),
            "title", TEXT,
            "content", TEXT,
            "topics", TEXTS,
            "source", source,
            "source_url", TEXT_OR_NOTHING,
            "team", Schemas.YES));
  }
}
