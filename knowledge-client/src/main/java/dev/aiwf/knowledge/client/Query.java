package dev.aiwf.knowledge.client;

import dev.aiwf.core.workflow.Consult;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of each knowledge base.
 *
 * @param words what it is about
 * @param limit how many findings at most
 */
record Query(Tool tool, String words, int limit) {

  /** What servers take. */
  private static final int LONGEST = 500;

  static Optional<Query> of(Consult consult, int limit) {
    String words = consult.topic().strip();
    return words.isEmpty()
        ? Optional.empty()
        : Tool.named(consult.tool())
            .map(tool ->
                new Query(tool, words.substring(0, Math.min(words.length(), LONGEST)), limit));
  }

  Map<String, Object> arguments() {
    return Map.of(tool.argument(), words, "limit", limit);
  }
}
