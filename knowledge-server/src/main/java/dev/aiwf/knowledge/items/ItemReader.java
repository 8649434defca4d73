package dev.aiwf.knowledge.items;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads an item of a kind out of a file's nodes. */
final class ItemReader {

  private static final int MOST_TOPICS = 4;
  private static final int MOST_OTHER_WORDS = 16;
  private static final List<String> COMMON = List.of("topics", "also", "source", "further");
  private static final Set<String> CITATION = keys(List.of(), "id", "section");
  private static final Set<String> DECISION =
      keys(COMMON, "question", "options", "considerations", "recommended_approach");
  private static final Set<String> PATTERN =
      keys(COMMON, "name", "problem", "solution", "code_example", "context", "trade_offs");
  private static final Set<String> WARNING =
      keys(COMMON, "title", "description", "symptoms", "consequences", "prevention");
  private static final Set<String> METHODOLOGY =
      keys(COMMON, "name", "steps", "prerequisites", "outputs");

  private final Report report;
  private final String id;
  private final boolean team;
  private final List<Entry.Reference> references = new ArrayList<>();

  private ItemReader(Report report, String id, boolean team) {
    this.report = report;
    this.id = id;
    this.team = team;
  }

  static Optional<Entry> read(Report report, String id, boolean team, Kind kind, Node node) {
    ItemReader reader = new ItemReader(report, id, team);
    return reader.item(kind, node).map(item -> new Entry.OfItem(item, reader.references));
  }

  private Optional<Item> item(Kind kind, Node node) {
    return switch (kind) {
      case DECISION -> Fields.of(report, node, DECISION).map(this::decision);
      case PATTERN -> Fields.of(report, node, PATTERN).map(this::pattern);
      case WARNING -> Fields.of(report, node, WARNING).map(this::warning);
      case METHODOLOGY -> Fields.of(report, node, METHODOLOGY).map(this::methodology);
    };
  }

  private Item decision(Fields fields) {
    List<String> options = fields.texts("options", 2, 5, Size.ENTRY);
    if (options.stream().anyMatch(option -> !option.contains(": "))) {
      report.problem(
          fields.line("options"),
          Problem.Code.WRONG_VALUE,
          "An option reads \"name: when it fits; what it costs\".");
    }
    return new Decision(
        about(fields),
        fields.text("question", Size.LINE),
        options,
        fields.texts("considerations", 3, 8, Size.ENTRY),
        fields.text("recommended_approach", Size.PARAGRAPH));
  }

  private Item pattern(Fields fields) {
    return new Pattern(
        about(fields),
        fields.text("name", Size.LINE),
        fields.text("problem", Size.PARAGRAPH),
        fields.text("solution", Size.PARAGRAPH),
        fields.optionalText("code_example", Size.CODE),
        fields.text("context", Size.PARAGRAPH),
        fields.texts("trade_offs", 2, 5, Size.ENTRY));
  }

  private Item warning(Fields fields) {
    return new Warning(
        about(fields),
        fields.text("title", Size.LINE),
        fields.text("description", Size.PARAGRAPH),
        fields.texts("symptoms", 2, 5, Size.ENTRY),
        fields.texts("consequences", 1, 4, Size.ENTRY),
        fields.text("prevention", Size.PARAGRAPH));
  }

  private Item methodology(Fields fields) {
    return new Methodology(
        about(fields),
        fields.text("name", Size.LINE),
        fields.texts("steps", 4, 10, Size.ENTRY),
        fields.texts("prerequisites", 1, 10, Size.ENTRY),
        fields.texts("outputs", 1, 10, Size.ENTRY));
  }

  private About about(Fields fields) {
    List<String> topics = fields.texts("topics", 1, MOST_TOPICS, Size.LINE);
    topics.forEach(topic -> refer(Entry.Reference.Means.TOPIC, topic, fields.line("topics")));
    if (fields.node("source").isEmpty()) {
      report.problem(
          1, Problem.Code.MISSING_KEY, "\"source\" is missing: an item rests on a text.");
    }
    return new About(
        id,
        topics,
        fields.optionalTexts("also", MOST_OTHER_WORDS, Size.LINE),
        fields.node("source").flatMap(this::citation).orElse(new Citation("", "")),
        fields.node("further").map(node -> fields.list("further", node)).orElse(List.of()).stream()
            .flatMap(node -> citation(node).stream())
            .toList(),
        team);
  }

  private Optional<Citation> citation(Node node) {
    return Fields.of(report, node, CITATION)
        .map(fields -> {
          String source = fields.text("id", Size.LINE);
          if (!source.isEmpty()) {
            refer(Entry.Reference.Means.SOURCE, source, fields.line("id"));
          }
          return new Citation(source, fields.text("section", Size.ENTRY));
        });
  }

  private void refer(Entry.Reference.Means means, String word, int line) {
    references.add(new Entry.Reference(means, word, line));
  }

  private static Set<String> keys(List<String> common, String... own) {
    Set<String> keys = new LinkedHashSet<>(List.of(own));
    keys.addAll(common);
    return keys;
  }
}
