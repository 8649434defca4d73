package dev.aiwf.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.scenario.Mismatch;
import dev.aiwf.core.scenario.Rehearsal;
import dev.aiwf.testkit.TwoSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every expectation can be disappointed: one that never is would look at nothing. */
class ExpectationsTest {

  private static final String PLAYED =
      """
      scenario: An attempt
      workflow: two-steps
      people: {lead: ~}
      beats:
        - lead:
            - {answer: {goal: Billing, use_case: knowledge-qa, example_count: 300}}
            - {press: RAG only, fill: {reason: daily edits}}
            - {press: C}
        - expect: {}
      """;

  @TempDir private Path folder;

  private List<Mismatch> after(String expectation) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"), PLAYED.replace("{}\n", "{" + expectation + "}\n"));
    ScenarioRead read = Scenarios.read(file);
    assertThat(read.problems()).isEmpty();
    return Rehearsal.play(TwoSteps.workflow(), read.scenario().orElseThrow()).mismatches();
  }

  @ParameterizedTest
  @MethodSource("right")
  void whatIsSoIsFound(String expectation) throws IOException {
    assertThat(after(expectation)).isEmpty();
  }

  static Stream<String> right() {
    return Stream.of(
        "says: [Scoping, Recorded 3 answers, Ready to build?]",
        "not_says: nobody said this",
        "step: release",
        "status: in_progress",
        "depth: standard",
        "gate: none",
        "self_approved: false",
        "open: []",
        "answered: {exactly: [goal, use_case, example_count, architecture]}",
        "answered: {at_least: 4, at_most: 4, exactly: 4, without: [goals]}",
        "stale: []",
        "completed: scoping",
        "skipped: []",
        "offers: [condit, NO-GO]",
        "warnings: []",
        "files: [sidecar.yaml]",
        "interactions: 4",
        "interactions: {at_least: 1, at_most: 60}",
        "facts: {at_least: 8}",
        "answers: {goal: Billing, use_case: Answers from documents, example_count: 0.3k}",
        "decisions: {arch-001: rag-only}",
        "decisions: {arch-001: {choice: rag-only, reason: daily edits}}");
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsNotSoIsTold(String expectation) throws IOException {
    assertThat(after(expectation)).singleElement().extracting(Mismatch::line).isEqualTo(9);
  }

  static Stream<String> wrong() {
    return Stream.of(
        "says: [nobody said this]",
        "says: [Ready to build?, Recorded 3 answers]",
        "not_says: [Ready to build?]",
        "refused: too late",
        "step: scoping",
        "status: complete",
        "depth: quick",
        "gate: GO",
        "self_approved: true",
        "open: [goal]",
        "answered: {exactly: [goal]}",
        "answered: {without: [goal]}",
        "answered: {at_most: 3}",
        "answered: []",
        "stale: [architecture]",
        "completed: [release]",
        "completed: {exactly: []}",
        "skipped: [release]",
        "offers: [GO]",
        "warnings: [no-data]",
        "files: [secrets.md]",
        "interactions: 3",
        "interactions: {at_most: 3}",
        "facts: {at_most: 3}",
        "answers: {goal: Setup}",
        "answers: {goal: ~}",
        "answers: {example_count: many}",
        "answers: {nothing: 1}",
        "decisions: {arch-001: hybrid}",
        "decisions: {arch-001: {choice: rag-only, reason: another}}",
        "decisions: {arch-002: hybrid}",
        "figures: {cost: 1}");
  }
}
