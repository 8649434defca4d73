package dev.aiwf.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.workflow.Agent;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Figure;
import dev.aiwf.core.workflow.Formula;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Method;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Section;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.Write;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the two steps do without is read as it is written. */
class GrownPackTest {

  @TempDir Path root;

  private Workflow workflow;
  private Step scoping;

  @BeforeEach
  void read() throws IOException {
    PacksRead read = PackOnDisk.grown(root).read();
    assertThat(read.problems()).isEmpty();
    workflow = read.workflows().getFirst();
    scoping = workflow.step("scoping");
  }

  @Test
  void theWay() {
    assertThat(workflow.phase(0))
        .isEqualTo(
            new Phase(
                0,
                "Scoping",
                List.of("Somebody wants it"),
                List.of("The goal is agreed", "It is known how: looked up or learned")));
    assertThat(workflow.steps()).extracting(Step::id).containsExactly("init", "scoping", "release");
    assertThat(workflow.first().passing()).isTrue();
    assertThat(workflow.resume()).isNotNull();
    assertThat(workflow.resume().menu())
        .containsExactly(MenuChoice.REVIEW, MenuChoice.DECISIONS, MenuChoice.CONTINUE);
    assertThat(workflow.agents())
        .containsExactly(new Agent("architect", "Architect", "Draws before talking."));
    assertThat(workflow.methods())
        .containsExactly(
            new Method(
                "premortem",
                "Premortem",
                "Looks back from a failure that has not happened yet.",
                List.of("It failed. What was it?", "Who knew?"),
                Set.of("architecture")),
            new Method(
                "five-whys",
                "Five whys",
                "Asks for the reason behind it.",
                List.of("Why?"),
                Set.of()));
  }

  @Test
  void aStep() {
    assertThat(scoping.agent()).isEqualTo("architect");
    assertThat(scoping.menu()).startsWith(MenuChoice.ANALYSE);
    assertThat(scoping.consults())
        .containsExactly(new Consult("get_decisions", "rag vs fine-tuning"));
    assertThat(scoping.sections())
        .containsExactly(new Section("context", "The context", "Who it is for, and why now"));
    assertThat(scoping.locked()).isFalse();
    Write write = scoping.writes().getFirst();
    assertThat(write.from()).isEqualTo(Depth.STANDARD);
    assertThat(write.when()).isEqualTo(new Condition.Is("goal", "x"));

    Step release = workflow.step("release");
    assertThat(release.locked()).isTrue();
    assertThat(release.gate()).isNotNull();
    assertThat(release.gate().policy().reminders())
        .containsExactly(Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofDays(3));
    assertThat(release.skipWhen()).isNotNull();
    assertThat(release.skipWhen().writes()).extracting(Write::to).containsExactly("skipped.md");
  }

  @Test
  void figures() {
    Formula.Name count = new Formula.Name("example_count");
    Formula doubled =
        new Formula.Pair(Formula.Operator.TIMES, new Formula.Amount(new BigDecimal(2)), count);
    assertThat(scoping.figures())
        .containsExactly(
            new Figure(
                "monthly_cost",
                "Cost a month",
                new Formula.Pair(
                    Formula.Operator.PLUS,
                    new Formula.Call(
                        Formula.Operation.CEIL,
                        List.of(
                            new Formula.Pair(
                                Formula.Operator.TIMES,
                                new Formula.Name("doubled"),
                                new Formula.Name("model")))),
                    new Formula.Call(
                        Formula.Operation.MAX,
                        List.of(
                            new Formula.Amount(BigDecimal.TEN),
                            new Formula.Pair(
                                Formula.Operator.OVER,
                                count,
                                new Formula.Amount(new BigDecimal(1000)))))),
                "euros",
                2,
                Map.of("example_count", new BigDecimal(200))),
            new Figure("doubled", "Twice the examples", doubled, null, 0, Map.of()));
    assertThat(workflow.asksBehind("monthly_cost")).containsExactly("example_count", "model");
  }

  @Test
  void warnings() {
    assertThat(scoping.warnings())
        .containsExactly(
            new Warning(
                "too-dear",
                Warning.Kind.CONTRADICTION,
                new Condition.All(
                    List.of(
                        new Condition.AtLeast("monthly_cost", new BigDecimal(1000)),
                        new Condition.Not(new Condition.AtLeast("budget", new BigDecimal(1000))))),
                "Dearer than it may be",
                "It costs {monthly_cost}, and {budget} are there.",
                List.of("model", "budget"),
                "get_warnings:cost"),
            new Warning(
                "few",
                Warning.Kind.RISK,
                new Condition.Not(new Condition.AtLeast("doubled", new BigDecimal(9))),
                "Few",
                "So few.",
                List.of(),
                null));
  }

  @Test
  void asks() {
    Ask model = scoping.ask("model").orElseThrow();
    assertThat(model.when())
        .isEqualTo(new Condition.In("use_case", List.of("knowledge-qa", "assistant")));
    assertThat(model.type().options())
        .containsExactly(
            new AskType.Option("small", "Small", null, new BigDecimal("0.5")),
            new AskType.Option("large", "Large", null, new BigDecimal(4)));
    assertThat(model.points())
        .containsExactly(
            new Ask.Point(
                new Condition.AtLeast("example_count", new BigDecimal(500)),
                "large",
                "{example_count}",
                1));
    assertThat(scoping.ask("budget").orElseThrow().recommended())
        .containsExactly(
            new Ask.Recommendation(
                new Condition.Is("goal", "x"), null, "monthly_cost", "it costs {monthly_cost}"));
    assertThat(scoping.ask("architecture").orElseThrow().points())
        .extracting(Ask.Point::weight)
        .containsExactly(2);
  }
}
