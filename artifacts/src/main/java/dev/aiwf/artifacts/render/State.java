package dev.aiwf.artifacts.render;

import static dev.aiwf.artifacts.render.Shown.words;

import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Figure;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.Write;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a template of one step may name: the vocabulary, filled.
 *
 * @param workflow the script
 * @param sidecar the state
 * @param step the step whose file it is
 * @param known what the answers amount to
 * @param project what is the same for all steps
 */
record State(
    Workflow workflow, Sidecar sidecar, Step step, Known known, Map<String, Object> project) {

  private static final Pattern NOT_IN_ADDRESSES =
      Pattern.compile("[^A-Za-z0-9._~:/?#@!$&'*+,;=%-]");

  /** The lists that have no end of their own. */
  private static final List<String> LISTS =
      List.of("decisions", "figures", "warnings", "contradictions", "open_points", "written");

  /** Everything, however long it gets. */
  static Shown shown(Map<String, Object> parts) {
    return shown(parts, Integer.MAX_VALUE);
  }

  /** At most so many of each list, and how many more there are. */
  static Shown shown(Map<String, Object> all, int most) {
    Map<String, Object> parts = new LinkedHashMap<>(all);
    Map<String, Object> more = new LinkedHashMap<>();
    for (String list : LISTS) {
      if (parts.get(list) instanceof List<?> items && items.size() > most) {
        parts.put(list, List.copyOf(items.subList(0, most)));
        more.put(list, new Shown.Figure(BigDecimal.valueOf(items.size() - most)));
      } else {
        more.put(list, words(""));
      }
    }
    parts.put("more", thing(more));
    return thing(parts);
  }

  Map<String, Object> parts() {
    Map<String, Object> parts = new LinkedHashMap<>(project);
    parts.put("phase", new PhaseShown(workflow, sidecar).shown(workflow.phase(step.phase())));
    parts.put("skipped", words(sidecar.way().skipped().get(step.id())));
    parts.put("decided_here", ProjectShown.decisions(List.of(step), project));
    parts.put("figures", figures(reached()));
    parts.put("figures_here", figures(step.figures()));
    parts.put(
        "consults",
        step.consults().stream()
            .filter(consult -> known.holds(consult.when()))
            .map(this::consult)
            .toList());
    parts.put("consulted", !sidecar.findings().in(step.id()).isEmpty());
    parts.put("files", here().map(Write::to).<Shown>map(Shown::words).toList());
    parts.put("configs", configs());
    parts.put("gate", gate());
    return parts;
  }

  private List<Figure> reached() {
    return workflow.steps().stream()
        .filter(each -> sidecar.reached(each.id()))
        .flatMap(each -> each.figures().stream())
        .toList();
  }

  private List<Shown> figures(List<Figure> figures) {
    return figures.stream()
        .filter(figure -> !figure.aside())
        .map(figure -> new FigureShown(figure, known))
        .flatMap(figure -> figure.listed().stream())
        .toList();
  }

  private Shown consult(Consult consult) {
    List<Finding> found = sidecar.findings().to(consult.reference());
    return thing(
        Map.of(
            "tool", words(consult.tool()),
            "topic", words(consult.topic()),
            "found", found.stream().map(State::finding).toList(),
            "nothing", found.isEmpty() && sidecar.findings().has(step.id(), consult)));
  }

  /** As it may stand in a link, whoever gave it. */
  private static Shown address(@Nullable String address) {
    return address == null || !address.matches("https?://\\S+")
        ? words("")
        : new Shown.Address(NOT_IN_ADDRESSES.matcher(address).replaceAll(State::encoded));
  }

  private static String encoded(MatchResult found) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : found.group().getBytes(StandardCharsets.UTF_8)) {
      encoded.append("%%%02X".formatted(each & 0xff));
    }
    return encoded.toString();
  }

  /** An item of the knowledge base, by its title and where that can be read. */
  static Shown finding(Finding finding) {
    return thing(
        Map.of(
            "title", words(finding.title()),
            "source", words(finding.source()),
            "address", address(finding.address())));
  }

  private Stream<Write> here() {
    return step.writes().stream()
        .filter(write -> write.at(sidecar.depth()) && known.holds(write.when()));
  }

  /** What machines read, and what is filled in to be read by them. */
  private List<Shown> configs() {
    return here()
        .filter(write -> Script.of(write.to()) instanceof YamlText)
        .map(write -> thing(Map.of("path", words(write.to()), "blank", write.blank())))
        .toList();
  }

  /** The gate of this step, or the last one before it. */
  private Shown gate() {
    Shown last = Shown.OPEN;
    for (Step each : workflow.steps()) {
      Gate gate = each.gate();
      if (gate != null) {
        last = new GateShown(gate, sidecar.gate(each.id()), sidecar).shown();
      }
      if (each.equals(step)) {
        break;
      }
    }
    return last;
  }

  private static Shown thing(Map<String, Object> parts) {
    return new Shown.Thing(null, parts);
  }
}
