package dev.aiwf.artifacts.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.OpenPoints;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of the documents of every finished project. */
class DocumentsTest {

  private static final List<String> SECTIONS =
      List.of(
          "Objective",
          "Knowledge Consulted",
          "Decisions Made",
          "Implementation Guidance",
          "Templates Provided",
          "Exit Criteria");

  private static final Pattern RUNBOOK =
      Pattern.compile("runbook: phase-5-operations/runbook\\.md#(\\S+)");

  static Stream<Golden> runs() {
    return Golden.all();
  }

  static Stream<Golden> withSpecs() {
    return Golden.all().filter(golden -> golden.depth() != Depth.QUICK);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyDocumentIsGoodMarkdown(Golden golden) {
    List<File> files = golden.rendered();

    assertThat(documents(files)).isNotEmpty();
    assertThat(MarkdownRules.broken(files)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void nothingOfATemplateIsLeft(Golden golden) {
    assertThat(golden.rendered())
        .filteredOn(file -> !file.path().endsWith(".template.yaml"))
        .allSatisfy(file -> assertThat(file.text()).doesNotContain("{{", "}}", "null}"));
  }

  @ParameterizedTest
  @MethodSource("withSpecs")
  void aPhaseSpecHasItsSections(Golden golden) {
    assertThat(golden.rendered())
        .filteredOn(file -> file.path().endsWith("/spec.md"))
        .filteredOn(file -> !file.text().contains("**Status:** SKIPPED"))
        .isNotEmpty()
        .allSatisfy(spec ->
            assertThat(MarkdownRules.headings(MarkdownRules.PARSER.parse(spec.text())))
                .filteredOn(heading -> heading.getLevel() == 2)
                .extracting(MarkdownRules::words)
                .containsExactlyElementsOf(SECTIONS));
  }

  @ParameterizedTest
  @MethodSource("withSpecs")
  void everyAlertHasItsEntryInTheRunbook(Golden golden) {
    List<File> files = golden.rendered();
    List<String> entries = MarkdownRules.anchors(file(files, "phase-5-operations/runbook.md"));

    for (String name : List.of("alerts-config.yaml", "alerts.rules.yaml")) {
      File alerts = file(files, "phase-5-operations/templates/" + name);
      assertThat(RUNBOOK.matcher(alerts.text()).results().map(r -> r.group(1)))
          .hasSizeGreaterThan(8)
          .isSubsetOf(entries);
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void whatIsOpenStandsInTheSpecification(Golden golden) {
    Sidecar sidecar = golden.played().sidecar();
    Workflow workflow = golden.played().workflow();
    String left = section(file(golden.rendered(), "project-spec.md"), "Left open");
    OpenPoints open = OpenPoints.of(workflow, sidecar, Known.of(workflow, sidecar.answers()));

    assertThat(open.asks()).extracting(Ask::text).allMatch(left::contains);
    assertThat(open.conditions()).allMatch(left::contains);
    assertThat(left.lines().filter(line -> line.startsWith("- ")).count()).isEqualTo(open.count());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void whatIsAnsweredIsNotCalledOpen(Golden golden) {
    Sidecar sidecar = golden.played().sidecar();
    Workflow workflow = golden.played().workflow();
    int open =
        OpenPoints.of(workflow, sidecar, Known.of(workflow, sidecar.answers())).asks().size();

    assertThat(documents(golden.rendered()))
        .filteredOn(file -> open == 0 && !file.path().equals("project-context.md"))
        .allSatisfy(file -> assertThat(file.text()).doesNotContain("*open*"));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void theContextOfAnAgentIsShort(Golden golden) {
    assertThat(file(golden.rendered(), "project-context.md").text().lines().count())
        .isBetween(40L, 150L);
  }

  @Test
  void atQuickDepthOnlyTheEssentialIsWritten() {
    assertThat(new Golden("rag-only", Depth.QUICK).rendered())
        .extracting(File::path)
        .containsExactlyInAnyOrder(
            "sidecar.yaml",
            "project-spec.md",
            "decision-log.md",
            "project-context.md",
            "phase-0-scoping/architecture-decision.md",
            "phase-4-evaluation/report.md",
            "phase-4-evaluation/checklists/quality-gate-checklist.md",
            "phase-5-operations/runbook.md");
  }

  private static List<File> documents(List<File> files) {
    return files.stream().filter(file -> file.path().endsWith(".md")).toList();
  }

  private static File file(List<File> files, String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst().orElseThrow();
  }

  private static String section(File file, String heading) {
    return file.text().split("\n## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
  }
}
