package dev.aiwf.core.project;

import dev.aiwf.core.workflow.Consult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the knowledge base said in a project.
 *
 * @param items what came back, by its id
 * @param asked what was asked, in order
 * @param missed how often in a row nobody could be asked
 */
public record Findings(Map<String, Finding> items, List<Asked> asked, int missed) {

  /** Nothing was asked. */
  public static final Findings NONE = new Findings(Map.of(), List.of(), 0);

  /** What an acknowledged warning of a knowledge base is called beside those of the pack. */
  private static final String WARNING = "knowledge:";

  /** More than these a decision does not rest on. */
  private static final int MOST_REFERRED = 3;

  public Findings {
    items = Ordered.copy(items);
    asked = List.copyOf(asked);
  }

  /** The name under which it is kept how a warning will be met. */
  public static String warning(String id) {
    return WARNING + id;
  }

  /** Whether this is such a name. */
  public static boolean isWarning(String name) {
    return name.startsWith(WARNING);
  }

  /** The finding that such a name means. */
  public Optional<Finding> warned(String name) {
    return isWarning(name)
        ? Optional.ofNullable(items.get(name.substring(WARNING.length())))
        : Optional.empty();
  }

  /** What was asked in a step, in order. */
  public List<Asked> in(String step) {
    return asked.stream().filter(each -> each.step().equals(step)).toList();
  }

  /** Whether a step has had an answer to this already. */
  public boolean has(String step, Consult consult) {
    return in(step).stream().anyMatch(each -> each.consult().equals(consult));
  }

  /** All that came back in a step, each once. */
  public List<Finding> of(String step) {
    return in(step).stream().flatMap(this::found).distinct().toList();
  }

  /** The best of what came back for a reference like {@code get_decisions:rag-vs-fine-tuning}. */
  public List<Finding> to(String reference) {
    return asked.stream()
        .filter(each -> each.consult().reference().equals(reference))
        .flatMap(this::found)
        .distinct()
        .limit(MOST_REFERRED)
        .toList();
  }

  /** What came back for one question. */
  public Stream<Finding> found(Asked one) {
    return one.found().stream().flatMap(id -> Stream.ofNullable(items.get(id)));
  }

  Findings came(String step, List<Came> came, @Nullable Instant since) {
    Map<String, Finding> all = new LinkedHashMap<>(items);
    List<Asked> later = new ArrayList<>(asked);
    for (Came one : came) {
      one.findings().forEach(finding -> all.put(finding.id(), finding));
      later.removeIf(each -> each.step().equals(step) && each.consult().equals(one.consult()));
      List<String> ids = one.findings().stream().map(Finding::id).toList();
      later.add(new Asked(step, one.consult(), ids, since));
    }
    return new Findings(all, later, 0);
  }

  Findings missedAgain() {
    return new Findings(items, asked, missed + 1);
  }

  /** Once a step is done its titles are enough, so that the state stays small. */
  Findings closed() {
    Map<String, Finding> brief = new LinkedHashMap<>();
    items.forEach((id, finding) -> brief.put(id, finding.brief()));
    return new Findings(brief, asked, missed);
  }

  /**
   * One question and what came of it.
   *
   * @param found the ids of what fits, the best first; empty where it is not in the knowledge base
   * @param since set where the answer was remembered from then
   */
  public record Asked(String step, Consult consult, List<String> found, @Nullable Instant since) {
    public Asked {
      found = List.copyOf(found);
    }
  }

  /** What came back for one question. */
  public record Came(Consult consult, List<Finding> findings) {
    public Came {
      findings = List.copyOf(findings);
    }
  }
}
