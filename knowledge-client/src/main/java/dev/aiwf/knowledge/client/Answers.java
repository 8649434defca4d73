package dev.aiwf.knowledge.client;

import dev.aiwf.core.port.Knowledge.Reply;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.workflow.Consult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all knowledge bases said to one consult.
 *
 * @param heard what each said, in the order of the settings
 */
record Answers(Consult consult, List<From> heard) {

  /** What one of them said. */
  record From(String base, Heard<List<Finding>> what) {}

  private record Key(String base, String id) {}

  /** Whether none of them was there, and nothing is remembered of any. */
  boolean nobody() {
    return !heard.isEmpty()
        && heard.stream()
            .allMatch(from ->
                from.what() instanceof Heard.Nothing<List<Finding>> nothing && !nothing.reached());
  }

  /**
   * The best of it, each item once. A silent one's findings are those that are remembered; when
   * they were true is told where nothing newer is among them.
   */
  Reply reply(int limit) {
    List<Finding> findings = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    boolean answered = false;
    @Nullable Instant since = null;
    for (From from : heard) {
      switch (from.what()) {
        case Heard.Said<List<Finding>> said -> {
          findings.addAll(said.what());
          answered = true;
        }
        case Heard.Remembered<List<Finding>> remembered -> {
          findings.addAll(remembered.what());
          silent.add(from.base());
          since = since == null || remembered.since().isBefore(since) ? remembered.since() : since;
        }
        case Heard.Nothing<List<Finding>> _ -> silent.add(from.base());
      }
    }
    return new Reply(consult, best(findings, limit), answered ? null : since, silent);
  }

  private static List<Finding> best(List<Finding> findings, int limit) {
    Set<Key> seen = new HashSet<>();
    return findings.stream()
        .sorted(Comparator.comparingDouble(Finding::score).reversed())
        .filter(finding -> seen.add(new Key(finding.base(), finding.id())))
        .limit(limit)
        .toList();
  }
}
