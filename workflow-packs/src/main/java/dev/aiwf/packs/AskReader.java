package dev.aiwf.packs;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one thing that a step must learn. */
final class AskReader {

  private AskReader() {}

  /**
   * An ask where it was found.
   *
   * @param line where its id stands
   */
  record Found(int line, Ask ask) {}

  static Optional<Found> read(Source source, Tree tree, List<Mention> mentions) {
    return Fields.of(source, tree, "an ask", Keys.ASK)
        .map(fields -> {
          String id = fields.text("id");
          Names.checkId(source, fields.line("id"), id);
          if (Vocabulary.RESERVED.contains(id)) {
            source.problem(
                fields.line("id"),
                "No ask can be called \"%s\": the word means something else in templates."
                    .formatted(id));
          }
          AskType type = new AskTypeReader(source, fields, mentions).read(fields.text("type"));
          RecommendationReader recommendations = new RecommendationReader(source, type, mentions);
          return new Found(
              fields.line("id"),
              new Ask(
                  id,
                  fields.text("ask"),
                  fields.optionalText("help"),
                  fields.flag("required", true),
                  depth(source, fields),
                  type,
                  fields.list("recommend").stream()
                      .flatMap(one -> recommendations.read(one).stream())
                      .toList()));
        });
  }

  private static Depth depth(Source source, Fields fields) {
    if (!fields.has("from")) {
      return Depth.QUICK;
    }
    String from = fields.text("from");
    Optional<Depth> depth =
        Arrays.stream(Depth.values()).filter(d -> d.key().equals(from)).findFirst();
    if (depth.isEmpty()) {
      source.problem(
          fields.line("from"),
          "\"from\" is one of: %s."
              .formatted(
                  Arrays.stream(Depth.values()).map(Depth::key).collect(Collectors.joining(", "))));
    }
    return depth.orElse(Depth.QUICK);
  }
}
