package dev.aiwf.knowledge.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Findings in what a tool answered. What is not as agreed is left out. */
final class FindingReader {

  /** A tool of one kind need not say how well something fits; it then stands in the middle. */
  private static final double UNTOLD = 0.5;

  private FindingReader() {}

  static List<Finding> read(JsonNode answer, Query query, String base) {
    JsonNode results = answer.path("results");
    if (!results.isArray()) {
      throw new Fault(Fault.Kind.BROKEN, "The answer holds no results");
    }
    List<Finding> findings = new ArrayList<>();
    for (JsonNode result : results) {
      if (findings.size() < query.limit()) {
        finding(result, query.tool(), base).ifPresent(findings::add);
      }
    }
    if (findings.isEmpty() && !results.isEmpty()) {
      throw new Fault(Fault.Kind.BROKEN, "None of the results is an item");
    }
    return List.copyOf(findings);
  }

  private static Optional<Finding> finding(JsonNode json, Tool tool, String base) {
    Kind of = tool.kind();
    Optional<Kind> kind = of == null ? kind(json.path("type").asText()) : Optional.of(of);
    String id = json.path("id").asText();
    String all = json.path(tool.text()).asText();
    String title = Plain.title(json.path(tool.title()).asText(firstLine(all)));
    Double score = score(json.path("score"), of != null);
    if (kind.isEmpty() || !Plain.isId(id) || title.isEmpty() || score == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            id,
            kind.get(),
            title,
            Plain.text(of == null ? withoutTitle(all) : all),
            source(json),
            Plain.address(json.path("source_url").asText()),
            base,
            score));
  }

  static Optional<Kind> kind(String word) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(word))
        .findFirst();
  }

  private static @Nullable Double score(JsonNode score, boolean mayBeUntold) {
    if (score.isMissingNode() && mayBeUntold) {
      return UNTOLD;
    }
    return score.isNumber() && score.asDouble() >= 0 && score.asDouble() <= 1
        ? Double.valueOf(score.asDouble())
        : null;
  }

  /** A search tells source and place in one field, the other tools in two. */
  private static String source(JsonNode json) {
    JsonNode source = json.path("source");
    String title = source.path("title").asText(json.path("source_title").asText());
    JsonNode position = source.has("position") ? source.path("position") : json.path("position");
    return Plain.source(title, position.path("section").asText());
  }

  /** What is found by words begins with its title. */
  private static String firstLine(String content) {
    return content.lines().findFirst().orElse("");
  }

  private static String withoutTitle(String content) {
    int end = content.indexOf('\n');
    return end < 0 ? "" : content.substring(end);
  }
}
