package dev.aiwf.testkit;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Figure;
import dev.aiwf.core.workflow.Formula;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Method;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A short workflow that weighs: figures, points for options, a contradiction, a risk, methods, a
 * gate that two must sign, and a menu with every choice.
 */
public final class Weighed {

  /** Which workflow and version it is. */
  public static final WorkflowRef REF = new WorkflowRef("weighed", "1.0.0", "weighed-in-java");

  /** What a method asks, which is longer than a platform's hint. */
  public static final List<String> QUESTIONS =
      List.of(
          "It is a year later and this decision has failed. What happened, in three sentences?",
          "Which of these reasons could have been known today, and who knew?",
          "What would have been the first sign, and who would have seen it?",
          "What is the cheapest thing that can be done this week against the likeliest reason?");

  private static final Condition ALWAYS = new Condition.All(List.of());

  private Weighed() {}

  /** The workflow. */
  public static Workflow workflow() {
    return new Workflow(
        REF,
        "Weighed",
        List.of(new Phase(0, "Sizing"), new Phase(1, "Evaluation")),
        List.of(sizing(), evaluation()),
        List.of(),
        List.of(
            new Method(
                "pre-mortem", "Pre-mortem", "Looks back from a failure", QUESTIONS, Set.of()),
            new Method(
                "reversal",
                "Reversal",
                "Argues for the opposite",
                List.of("What speaks for the option that was not chosen?"),
                Set.of("hosting"))),
        null);
  }

  private static Step sizing() {
    return new Step(
        "sizing",
        0,
        "Sizing",
        "What may it cost, and where does it run?",
        List.of(budget(), users(), hosting()),
        List.of(),
        List.of(
            MenuChoice.REVIEW,
            MenuChoice.ANALYSE,
            MenuChoice.PROGRESS,
            MenuChoice.DECISIONS,
            MenuChoice.CONTINUE),
        null,
        null,
        "Numbers first.",
        null,
        List.of(),
        List.of(
            new Figure(
                "spend_month",
                "Spend in a month",
                new Formula.Pair(
                    Formula.Operator.TIMES, new Formula.Name("users"), new Formula.Name("hosting")),
                "EUR",
                0,
                Map.of("users", BigDecimal.valueOf(500)))),
        List.of(
            new Warning(
                "too-dear",
                Warning.Kind.CONTRADICTION,
                new Condition.AtLeast("spend_month", BigDecimal.valueOf(1_000)),
                "The budget does not reach",
                "It comes to {spend_month}, and {budget_month} were named. Both can't hold.",
                List.of("budget_month", "hosting"),
                null),
            new Warning(
                "nobody-on-call",
                Warning.Kind.RISK,
                new Condition.Is("hosting", "own"),
                "Somebody must be on call",
                "Own machines fail at night. Teams without a rota notice in the morning.",
                List.of("hosting"),
                "get_warnings:on-call")),
        List.of(),
        false);
  }

  private static Ask budget() {
    return new Ask(
        "budget_month",
        "What may it cost in a month?",
        "All of it: models, machines, people's time.",
        true,
        Depth.QUICK,
        new AskType.Number(BigDecimal.ZERO, null, "EUR"),
        List.of());
  }

  private static Ask users() {
    return new Ask(
        "users",
        "How many people will use it?",
        null,
        false,
        Depth.STANDARD,
        new AskType.Number(BigDecimal.ZERO, null, "people"),
        List.of());
  }

  private static Ask hosting() {
    return new Ask(
        "hosting",
        "Where does it run?",
        "What it costs for each user is reckoned with.",
        true,
        Depth.QUICK,
        new AskType.Decision(
            "arch-001",
            List.of(
                new AskType.Option("managed", "Managed", "Somebody else's machines.", amount(3)),
                new AskType.Option("own", "Own machines", "Ours, with all that.", amount(1))),
            List.of("budget_month", "users"),
            null),
        List.of(),
        List.of(
            new Ask.Point(ALWAYS, "managed", "there is nobody on call yet", 2),
            new Ask.Point(
                new Condition.Not(new Condition.AtLeast("budget_month", BigDecimal.valueOf(2_000))),
                "own",
                "{budget_month} is little",
                1)),
        null);
  }

  private static Step evaluation() {
    return new Step(
        "evaluation",
        1,
        "Evaluation",
        "One look back.",
        List.of(),
        List.of(),
        List.of(
            MenuChoice.REVIEW,
            MenuChoice.PROGRESS,
            MenuChoice.GATE,
            MenuChoice.SUMMARY,
            MenuChoice.EXPORT,
            MenuChoice.CONTINUE,
            MenuChoice.EXIT),
        new Gate(
            "Good enough?",
            List.of(new Gate.Item("measured", "Quality", "It was measured on real questions")),
            new Gate.Policy(
                1, Set.of(Role.OWNER, Role.APPROVER), true, List.of(Duration.ofDays(2)))),
        null,
        "Look back.");
  }

  private static BigDecimal amount(int amount) {
    return BigDecimal.valueOf(amount);
  }
}
