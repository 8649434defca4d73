package dev.aiwf.packs;

import dev.aiwf.core.workflow.Depth;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads from which depth on something is done. */
final class Depths {

  private Depths() {}

  static Optional<Depth> from(Source source, Fields fields) {
    if (!fields.has("from")) {
      return Optional.empty();
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
    return depth;
  }
}
