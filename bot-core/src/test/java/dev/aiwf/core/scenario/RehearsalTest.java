package dev.aiwf.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Figure;
import dev.aiwf.core.workflow.Formula;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the scenarios of packs do not reach: figures, warnings, and what nobody could do. */
class RehearsalTest {

  private static final Ask PAGES =
      new Ask(
          "pages",
          "How many pages?",
          null,
          true,
          Depth.QUICK,
          new AskType.Number(null, null, null),
          List.of());

  private static final Workflow WORKFLOW =
      new Workflow(
          new WorkflowRef("pages", "1.0.0", "hash"),
          "Pages",
          List.of(new Phase(0, "All")),
          List.of(
              new Step(
                  "count",
                  0,
                  "Count",
                  "How many are there?",
                  List.of(PAGES),
                  List.of(),
                  List.of(MenuChoice.CONTINUE),
                  null,
                  null,
                  "",
                  null,
                  List.of(),
                  List.of(
                      new Figure("copies", "Copies", new Formula.Name("pages"), null, 0, Map.of())),
                  List.of(
                      new Warning(
                          "many",
                          Warning.Kind.RISK,
                          new Condition.AtLeast("pages", new BigDecimal(100)),
                          "Many",
                          "These are many.",
                          List.of(),
                          null)),
                  List.of(),
                  false)));

  private static Performance play(Beat... beats) {
    return Rehearsal.play(
        WORKFLOW,
        new Scenario(
            "pages.yaml",
            "Pages",
            "pages",
            null,
            "support-bot",
            null,
            Depth.STANDARD,
            null,
            List.of(new Scenario.Actor("lead", Set.of(Role.CONTRIBUTOR), "console")),
            null,
            Arrays.asList(beats)));
  }

  private static Beat does(Move move) {
    return new Beat.Does(3, "lead", move);
  }

  private static Beat figure(@Nullable Input value) {
    return new Beat.Expect(5, List.of(new Check.Value(5, Check.Named.FIGURES, "copies", value)));
  }

  private static Beat warning(Check.How how) {
    return new Beat.Expect(
        6, List.of(new Check.Has(6, Check.Names.WARNINGS, how, List.of("many"))));
  }

  @Test
  void figuresAndWarningsFollowTheAnswers() {
    assertThat(
            play(
                    figure(null),
                    warning(Check.How.WITHOUT),
                    does(new Move.Say("1,200")),
                    figure(new Input.Text("1200")),
                    warning(Check.How.EXACTLY))
                .mismatches())
        .isEmpty();
    assertThat(play(does(new Move.Say("12")), figure(new Input.Text("13"))).mismatches())
        .singleElement()
        .satisfies(mismatch -> {
          assertThat(mismatch.expected()).isEqualTo("figures: copies: 13");
          assertThat(mismatch.instead()).isEqualTo("figures: copies: 12");
        });
  }

  @Test
  void whatNobodyCouldDoEndsIt() {
    Performance performance =
        play(
            does(new Move.Press("Continue", null, Map.of())),
            does(new Move.Say("12")),
            figure(null));
    assertThat(performance.mismatches())
        .singleElement()
        .satisfies(mismatch -> {
          assertThat(mismatch.line()).isEqualTo(3);
          assertThat(mismatch.expected()).isEqualTo("a button \"Continue\"");
          assertThat(mismatch.instead()).isEqualTo("buttons that stand: [Answer…]");
        });
  }

  @Test
  void aRefusalThatNobodyExpectsEndsIt() {
    assertThat(play(does(new Move.Say("a few")), does(new Move.Say("12"))).mismatches())
        .singleElement()
        .satisfies(mismatch -> assertThat(mismatch.instead()).contains("I found no number"));
  }

  @Test
  void timePassesAsItIsTold() {
    Performance performance =
        play(new Beat.Wait(3, Duration.ofHours(24)), does(new Move.Say("12")));
    assertThat(performance.facts().getLast().at())
        .isEqualTo(performance.facts().getFirst().at().plus(Duration.ofHours(24)).plusSeconds(40));
  }

  @Test
  void theSameComesToTheSame() {
    assertThat(play(does(new Move.Say("12")), does(new Move.Press("C", null, Map.of()))))
        .isEqualTo(play(does(new Move.Say("12")), does(new Move.Press("C", null, Map.of()))));
  }
}
