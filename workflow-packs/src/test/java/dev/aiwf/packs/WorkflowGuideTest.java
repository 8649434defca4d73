package dev.aiwf.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The numbers and files that docs/workflow.md and README.md name are those of the shipped workflow.
 */
class WorkflowGuideTest {

  private static final String GUIDE = "docs/workflow.md";

  private static final Pattern FILE =
      Pattern.compile("(?m)^\\| `([^`]+)` \\| [^|]+ \\| (quick|standard|thorough) \\| .+");

  private final Workflow workflow =
      Packs.read(List.of(Path.of(".."))).workflows().stream()
          .filter(pack -> pack.ref().id().equals("ai-engineering"))
          .findFirst()
          .orElseThrow();

  @Test
  void theQuestionsOfEachStepAreCounted() throws IOException {
    List<String> rows =
        workflow.steps().stream()
            .map(step ->
                "| %s | %d | %s | %s"
                    .formatted(step.title(), step.phase(), counts(List.of(step)), decisions(step)))
            .toList();
    long decisions =
        asks(workflow.steps()).filter(ask -> ask.type() instanceof AskType.Decision).count();

    assertThat(guide())
        .contains(rows)
        .contains("| all | | %s | %d |".formatted(counts(workflow.steps()), decisions));
  }

  @Test
  void theBoundsOfEachDepthAreThose() throws IOException {
    List<Step> scoping = List.of(workflow.step("scoping"));
    List<Step> trainingNothing =
        workflow.steps().stream().filter(step -> step.skipWhen() == null).toList();
    long required = asks(workflow.steps()).filter(Ask::required).count();

    for (Depth depth : Depth.values()) {
      assertThat(guide())
          .containsPattern(
              "\\| %s \\| [^|]+ \\| %d \\| %d \\|"
                  .formatted(depth.key(), count(workflow.steps(), depth), count(scoping, depth)));
    }
    assertThat(flowing(GUIDE))
        .contains(required + " questions at most must be answered")
        .contains(
            "Quick depth then has %d questions at most, standard %d, thorough %d."
                .formatted(
                    count(trainingNothing, Depth.QUICK),
                    count(trainingNothing, Depth.STANDARD),
                    count(trainingNothing, Depth.THOROUGH)));
    assertThat(flowing("README.md"))
        .contains(
            "up to %d questions at quick depth, %d at standard, %d at thorough"
                .formatted(
                    count(workflow.steps(), Depth.QUICK),
                    count(workflow.steps(), Depth.STANDARD),
                    count(workflow.steps(), Depth.THOROUGH)));
  }

  @Test
  void theFilesAreAllThere() throws IOException {
    Set<String> written =
        workflow.steps().stream()
            .flatMap(WorkflowGuideTest::writes)
            .map(write -> write.to() + " " + from(write).key())
            .collect(Collectors.toCollection(TreeSet::new));
    written.add("sidecar.yaml quick");

    assertThat(FILE.matcher(guide()).results().map(row -> row.group(1) + " " + row.group(2)))
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void warningsMethodsAndTheChecklistAreCounted() throws IOException {
    List<Warning.Kind> kinds = workflow.warnings().stream().map(Warning::kind).toList();
    Gate gate = Objects.requireNonNull(workflow.step("evaluation").gate());

    assertThat(flowing(GUIDE))
        .contains(
            "There are %d, %d of them contradictions and %d risks."
                .formatted(
                    kinds.size(),
                    kinds.stream().filter(Warning.Kind.CONTRADICTION::equals).count(),
                    kinds.stream().filter(Warning.Kind.RISK::equals).count()))
        .contains("There are %d ways;".formatted(workflow.methods().size()))
        .contains("It has %d items in six groups".formatted(gate.items().size()));
    assertThat(gate.items().stream().map(Gate.Item::group).distinct()).hasSize(6);
  }

  private static String counts(List<Step> steps) {
    return Arrays.stream(Depth.values())
        .map(depth -> String.valueOf(count(steps, depth)))
        .collect(Collectors.joining(" | "));
  }

  private static long count(List<Step> steps, Depth depth) {
    return asks(steps).filter(ask -> ask.at(depth)).count();
  }

  private static String decisions(Step step) {
    String numbers =
        step.asks().stream()
            .map(Ask::type)
            .filter(AskType.Decision.class::isInstance)
            .map(type -> ((AskType.Decision) type).number())
            .sorted()
            .collect(Collectors.joining(", "));
    return numbers.isEmpty() ? "|" : numbers + " |";
  }

  private static Stream<Ask> asks(List<Step> steps) {
    return steps.stream().flatMap(step -> step.asks().stream());
  }

  private static Stream<Write> writes(Step step) {
    Step.Skip skip = step.skipWhen();
    return Stream.concat(
        step.writes().stream(), skip == null ? Stream.empty() : skip.writes().stream());
  }

  private static Depth from(Write write) {
    return write.from() == null ? Depth.QUICK : write.from();
  }

  /** A page without its line breaks. */
  private static String flowing(String file) throws IOException {
    return Files.readString(Path.of("..", file)).replaceAll("\\s+", " ");
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("..", GUIDE));
  }
}
