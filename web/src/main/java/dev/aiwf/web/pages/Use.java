package dev.aiwf.web.pages;

import dev.aiwf.core.guide.Chain;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Step;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an item of a knowledge base matters in a project.
 *
 * @param finding the item as it came back there
 * @param project what the project is called
 * @param address where it is
 * @param decisions the decisions that rest on it
 * @param steps the steps in which it came back
 * @param met who said how it will be met, and how; none if nobody did, or nobody has to
 */
public record Use(
    Finding finding,
    String project,
    String address,
    List<Decision> decisions,
    List<String> steps,
    @Nullable Met met) {

  static Use of(Projects.Standing standing, String id) {
    Sidecar sidecar = standing.sidecar();
    Findings findings = sidecar.findings();
    String address = Addresses.project(sidecar.id());
    return new Use(
        Objects.requireNonNull(findings.items().get(id)),
        sidecar.name(),
        address,
        Chain.decisions(standing.workflow(), sidecar).stream()
            .filter(chain -> on(findings, chain).anyMatch(finding -> finding.id().equals(id)))
            .map(chain -> Decision.of(address, chain))
            .toList(),
        findings.asked().stream()
            .filter(asked -> asked.found().contains(id))
            .map(asked ->
                standing.workflow().find(asked.step()).map(Step::title).orElse(asked.step()))
            .distinct()
            .toList(),
        Met.of(sidecar, id));
  }

  /** What a decision rests on in the knowledge base. */
  static Stream<Finding> on(Findings findings, Chain chain) {
    return chain.knowledge().stream().flatMap(reference -> findings.to(reference).stream());
  }

  /** A decision that rests on it. */
  public record Decision(@Nullable String number, String chosen, String address) {

    private static Decision of(String project, Chain chain) {
      return new Decision(
          chain.number(),
          Words.value(chain.ask(), chain.answer().value()),
          project + Shell.Tab.DECISIONS.path() + "#" + chain.ask().id());
    }
  }

  /** Who said how a warning will be met, when and how. */
  public record Met(String by, String at, String how) {

    static @Nullable Met of(Sidecar sidecar, String id) {
      var said = sidecar.remarks().met().get(Findings.warning(id));
      return said == null
          ? null
          : new Met(
              sidecar.nameOf(said.by()),
              Words.day(said.at()) + ", " + Words.time(said.at()),
              said.mitigation());
    }
  }
}
