package dev.aiwf.artifacts.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.aiwf.core.port.Projects.Standing;
import dev.aiwf.core.port.Repositories.Found;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SidecarReaderTest {

  /** As the public workflow leaves it after its fourth step, in its field names. */
  private static final String HALF_WAY =
      """
      # kept by the architect
      project_name: "Support Bot"
      created: "2026-02-20"
      user_name: "Lead"
      workflow: ai-engineering-workflow
      architecture: hybrid
      currentPhase: 3
      currentStep: 5
      stepsCompleted: [1, 2, "3", step-04-training-pipeline]
      phases:
        phase_0_scoping: complete
        phase_1_feature: complete
      decisions:
        - id: "rag-vs-ft"
          choice: "Hybrid"
          rationale: "Own tone, and facts that change"
          knowledge_ref: "get_decisions:rag-vs-fine-tuning"
        - {id: fp-001, choice: Semantic chunking, rationale: "long reports"}
        - {id: fp-003, choice: "pgvector on the cluster", rationale: ""}
        - {id: tp-003, choice: "QLoRA (4-bit)", rationale: "24 GB", phase: 2, date: 2026-02-22, by: Lead}
        - {id: fp-004, choice: nightly, rationale: "we chose a rhythm"}
      warnings_acknowledged:
        - {id: "stale-embeddings", mitigation: "rebuild monthly"}
      stories:
        training: [one, two]
      team_calendar: {review: friday, sizes: [1, 2.5]}
      lastContinued: "2026-02-23T10:00:00Z"
      workflow_status: in_progress
      """;

  private static Import read(Workflow workflow, String text) {
    return new MustacheRenderer()
        .read(workflow, new Found("aiwf/support-bot/sidecar.yaml", text, "a1b2", "aiwf-one"));
  }

  private static Import read(String text) {
    return read(Runs.WORKFLOW, text);
  }

  private static Map<String, Value> values(Import read) {
    Map<String, Value> values = new LinkedHashMap<>();
    read.answers().forEach(answer -> values.put(answer.ask(), answer.value()));
    return values;
  }

  @ParameterizedTest
  @EnumSource(Depth.class)
  void whatWeWroteIsReadWithNothingLost(Depth depth) {
    for (String run : List.of("rag-only", "fine-tuning", "hybrid")) {
      Standing end = Runs.of(run).play(depth);

      Import read = read(end.workflow(), SidecarFile.of(end.workflow(), end.sidecar()));

      assertThat(read.doubts()).isEmpty();
      assertThat(read.more()).isNull();
      assertThat(read.depth()).isEqualTo(depth);
      Map<String, Value> given = new LinkedHashMap<>();
      Answers answers = end.sidecar().answers();
      Known known = Known.of(end.workflow(), answers);
      // A decision whose question is not put any more is not in the file.
      answers
          .given()
          .forEach((ask, answer) -> {
            if (!(answer.value() instanceof Value.Decision) || known.answer(ask).isPresent()) {
              given.put(ask, answer.value());
            }
          });
      assertThat(values(read)).isEqualTo(given);
      assertThat(read.left()).isEqualTo(answers.left());
      assertThat(read.met().keySet()).isEqualTo(end.sidecar().remarks().met().keySet());
      assertThat(read.notes())
          .extracting(Import.Note::text)
          .containsExactlyInAnyOrderElementsOf(
              end.sidecar().remarks().notes().stream().map(note -> note.text()).toList());
      assertThat(read.completed())
          .containsExactlyElementsOf(
              end.sidecar().way().completed().stream()
                  .filter(step -> !List.of("evaluation", "operations").contains(step))
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void wordsComeBackWhateverTheyAre(String words) {
    Workflow workflow = States.writing("a.md", "x");

    Import read = read(workflow, SidecarFile.of(workflow, States.full(words)));

    Map<String, Value> values = values(read);
    assertThat(values.get("words")).isEqualTo(new Value.Text(words));
    assertThat(values.get("decided"))
        .isEqualTo(new Value.Decision("two", Clean.shortened(words, 4_000)));
    // Nobody can give a list or a table lines that are longer, or that are two.
    if (words.length() <= 1_000) {
      String line = Clean.line(words);
      assertThat(read.doubts()).isEmpty();
      assertThat(values.get("several")).isEqualTo(new Value.Items(List.of(line, "second")));
      assertThat(values.get("rows"))
          .isEqualTo(new Value.Table(List.of(Map.of("name", line, "volume", "4,000 | 5"))));
    }
  }

  static List<String> hostile() {
    return Hostile.words().stream().map(Clean::lines).distinct().toList();
  }

  @Test
  void thePublicWorkflowIsReadHalfWay() {
    Import read = read(HALF_WAY);

    assertThat(read.name()).isEqualTo("Support Bot");
    assertThat(read.written()).isEqualTo("2026-02-23");
    assertThat(read.done()).isEqualTo(4);
    assertThat(read.completed())
        .containsExactly("init", "scoping", "feature-pipeline", "training-pipeline");
    assertThat(values(read))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "architecture",
                new Value.Decision("hybrid", "Own tone, and facts that change"),
                "chunking",
                new Value.Decision("semantic", "long reports"),
                "vector_store",
                new Value.Decision("pgvector", ""),
                "peft",
                new Value.Decision("qlora", "24 GB")));
    assertThat(read.doubts())
        .hasSize(2)
        .anyMatch(doubt -> doubt.startsWith("fp-004 is no decision"))
        .anyMatch(doubt -> doubt.contains("stale-embeddings"));
    assertThat(
            SidecarReader.map(String.valueOf(read.more())).keySet().stream().map(String::valueOf))
        .containsExactlyInAnyOrder("stories", "team_calendar", "other_decisions");
  }

  @Test
  void thePublicWorkflowIsReadComplete() {
    Import read =
        read(
            """
            project_name: support-bot
            architecture: rag-only
            currentPhase: 5
            stepsCompleted: [1, 2, 3, 4, 5, 6, 7]
            workflow_status: "complete"
            completed_date: "2026-02-27"
            quality_gate: {decision: GO, approvals: [cto]}
            decisions:
              - {id: arch-001, choice: rag-only, rationale: daily edits}
              - {id: op-001, choice: "the dashboards that we have", rationale: cheap}
              - {id: op-002, choice: Scores over time, rationale: ""}
            """);

    assertThat(read.done()).as("training was skipped").isEqualTo(6);
    assertThat(read.completed())
        .containsExactly("init", "scoping", "feature-pipeline", "inference-pipeline");
    assertThat(read.written()).isEqualTo("2026-02-27");
    assertThat(values(read)).containsOnlyKeys("architecture", "drift");
    assertThat(read.notes())
        .containsExactly(
            new Import.Note(
                "monitoring", null, "Decided elsewhere as \"the dashboards that we have\": cheap"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "- a\n- list",
        "just words",
        "a: [",
        "a: b: c",
        "\t",
        "\"",
        "a: *nobody",
        "!!java.net.URL [https://evil.example]",
        "a: !<tag:evil> {b: c}",
        "%YAML 9.9\n---\na: b",
        "? [a, b]\n: c",
        "stepsCompleted: {a: 1}\ndecisions: 7\nanswers: [1]",
        "decisions: [null, [], {}, {id: null}, {id: arch-001}]",
        "stepsCompleted: [null, -1, 99, 1e400, true, [1], 0x1]",
        "answers: {example_count: 1e999999999, use_case: 1e999999999, goal: .inf}",
        "more: 1e999999999",
        "more: [.nan, -.inf, 2026-01-01, 0o17, ~]",
        "a: 1\na: 2",
        "project_name: null"
      })
  void whateverStandsThereNothingThrows(String text) {
    assertThatCode(() -> read(text)).doesNotThrowAnyException();
  }

  @Test
  void aBombIsNoMoreThanItsText() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    assertThat(String.valueOf(read(bomb.toString()).more())).hasSizeLessThan(10_000);
    assertThat(read("[".repeat(100_000)).doubts()).hasSize(1);
    assertThat(read("a: 1\n" + "#".repeat(SidecarReader.LARGEST)).doubts())
        .containsExactly("It is larger than 1 MB.");
  }

  @Test
  void anEmojiStandsAnywhereInALongFile() {
    String rest = "🙂".repeat(5_000);
    for (int at = 0; at < 40; at++) {
      Import read = read("a" + "b".repeat(at) + ": \"" + rest + "\"\nproject_name: x\n");
      assertThat(read.name()).isEqualTo("x");
      assertThat(read.more()).contains(rest);
    }
  }
}
