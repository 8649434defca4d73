package dev.aiwf.core.rules;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Figure;
import dev.aiwf.core.workflow.Formula;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Method;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Section;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Warning;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import dev.aiwf.core.workflow.Write;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A workflow with everything that a pack can say: it begins by itself, asks what depends on other
 * answers, works out figures, warns, skips, waits at a gate, locks the design and is resumed at a
 * stop of its own.
 */
public final class Wide {

  /** One signature, with two reminders. */
  public static final Gate.Policy POLICY =
      new Gate.Policy(
          1,
          Set.of(Role.OWNER, Role.APPROVER),
          true,
          List.of(Duration.ofDays(1), Duration.ofDays(2)));

  /** What the first step that waits for people asks of the knowledge base. */
  public static final List<Consult> CONSULTS =
      List.of(new Consult("get_decisions", "RAG"), new Consult("get_warnings", "tuning mistakes"));

  private Wide() {}

  /** The workflow, its gate passed by one signature. */
  public static Workflow workflow() {
    return workflow(POLICY);
  }

  /** The workflow with this policy at its gate. */
  public static Workflow workflow(Gate.Policy policy) {
    return new Workflow(
        new WorkflowRef("wide", "2.0.0", "hash"),
        "Wide",
        List.of(new Phase(0, "Design"), new Phase(1, "Building")),
        List.of(init(), scoping(), training(), release(policy), running()),
        List.of(),
        List.of(
            new Method("any", "Anything else", "Asks what is missing.", List.of(), Set.of()),
            new Method(
                "five-whys",
                "Five whys",
                "Asks why five times.",
                List.of("Why?", "And why is that?"),
                Set.of("architecture")),
            new Method("cost", "Cost", "Counts.", List.of(), Set.of("base_model"))),
        new Step(
            "welcome_back",
            0,
            "Welcome back",
            "Here you were.",
            List.of(),
            List.of(),
            List.of(MenuChoice.REVIEW, MenuChoice.PROGRESS, MenuChoice.CONTINUE),
            null,
            null,
            ""));
  }

  /** Nothing is waited for here. */
  private static Step init() {
    return new Step("init", 0, "Init", "Begins.", List.of(), List.of(), List.of(), null, null, "");
  }

  private static Step scoping() {
    return new Step(
        "scoping",
        0,
        "Scoping",
        "What is it for?",
        List.of(
            required("goal", new AskType.Text(200), null),
            required("users", number(1, 100_000, "users"), null),
            ask(
                "visits",
                false,
                Depth.QUICK,
                new AskType.Choice(
                    List.of(
                        new AskType.Option("daily", "Daily", null, BigDecimal.ONE),
                        new AskType.Option("weekly", "Weekly", null, new BigDecimal("0.2")))),
                List.of(),
                List.of(),
                null),
            required(
                "hosting",
                new AskType.Choice(
                    List.of(
                        new AskType.Option("cloud", "Cloud", "somebody else's machines"),
                        new AskType.Option("own", "Own", "one's own machines"))),
                null),
            required("region", new AskType.Text(60), new Condition.Is("hosting", "cloud")),
            ask("sources", false, Depth.THOROUGH, new AskType.Items(5), List.of(), List.of(), null),
            architecture(),
            ask(
                "budget",
                false,
                Depth.QUICK,
                number(100, 5_000, "EUR"),
                List.of(
                    new Ask.Recommendation(
                        new Condition.All(List.of()), null, "cost", "{cost} for {users}")),
                List.of(),
                null)),
        List.of(
            write("scoping.md", "goal", "users"),
            write("decision.md", "architecture"),
            new Write("t", "sources.md", "", Set.of("users"), Depth.THOROUGH, null)),
        List.of(MenuChoice.ANALYSE, MenuChoice.PROGRESS, MenuChoice.DECISIONS, MenuChoice.CONTINUE),
        null,
        null,
        "",
        null,
        CONSULTS,
        List.of(
            new Figure(
                "load",
                "Load",
                new Formula.Pair(
                    Formula.Operator.TIMES, new Formula.Name("users"), new Formula.Name("visits")),
                "requests",
                0,
                Map.of("visits", BigDecimal.ONE)),
            new Figure(
                "cost",
                "Cost",
                new Formula.Pair(
                    Formula.Operator.OVER,
                    new Formula.Name("load"),
                    new Formula.Amount(new BigDecimal(4))),
                "EUR",
                2,
                Map.of())),
        List.of(
            new Warning(
                "small_room",
                Warning.Kind.CONTRADICTION,
                new Condition.All(
                    List.of(
                        new Condition.Is("hosting", "own"),
                        new Condition.AtLeast("users", new BigDecimal(1_000)))),
                "{users} on {hosting}",
                "That does not fit.",
                List.of("hosting", "users"),
                null),
            new Warning(
                "crowd",
                Warning.Kind.RISK,
                new Condition.AtLeast("load", new BigDecimal(500)),
                "{load} at once",
                "Queues grow.",
                List.of("users", "visits"),
                "get_risks:crowd")),
        List.of(new Section("occasion", "The occasion", "Why it is built now")),
        false);
  }

  private static Ask architecture() {
    return ask(
        "architecture",
        true,
        Depth.QUICK,
        new AskType.Decision(
            "arch-001",
            List.of(
                new AskType.Option("rag-only", "RAG only", null),
                new AskType.Option("tuned", "Tuned", null)),
            List.of("users", "hosting"),
            "get_decisions:rag"),
        List.of(
            new Ask.Recommendation(
                new Condition.AtLeast("load", new BigDecimal(10_000)),
                new Value.Decision("tuned", ""),
                "{load} are many")),
        List.of(
            new Ask.Point(
                new Condition.Is("hosting", "cloud"), "rag-only", "{hosting} has search", 1),
            new Ask.Point(
                new Condition.AtLeast("users", new BigDecimal(1_000)), "tuned", "{users} wait", 1),
            new Ask.Point(new Condition.Is("visits", "weekly"), "tuned", "{visits} is rare", 2)),
        null);
  }

  private static Step training() {
    return new Step(
        "training",
        1,
        "Training",
        "What is learned?",
        List.of(
            decision("base_model", "tp-001", "small", "large", List.of("architecture")),
            decision("format", "tp-002", "pairs", "chats", List.of())),
        List.of(write("training.md", "base_model")),
        List.of(MenuChoice.ANALYSE, MenuChoice.PROGRESS, MenuChoice.CONTINUE),
        null,
        new Step.Skip(
            new Condition.Is("architecture", "rag-only"),
            "Nothing is trained for {users}.",
            List.of(write("training.md", "users"))),
        "",
        null,
        List.of(),
        List.of(),
        List.of(
            new Warning(
                "forgetting",
                Warning.Kind.RISK,
                new Condition.AtLeast("users", BigDecimal.ONE),
                "Old knowledge fades",
                "Mix in old examples.",
                List.of(),
                null)),
        List.of(),
        false);
  }

  private static Step release(Gate.Policy policy) {
    return new Step(
        "release",
        1,
        "Release",
        "May it go out?",
        List.of(),
        List.of(),
        List.of(MenuChoice.PROGRESS, MenuChoice.GATE, MenuChoice.CONTINUE),
        new Gate("Ready?", List.of(new Gate.Item("safe", "Safety", "It is safe")), policy),
        null,
        "");
  }

  private static Step running() {
    return new Step(
        "running",
        1,
        "Running",
        "Who runs it?",
        List.of(
            required("operator", new AskType.Text(60), null),
            ask("alerts", false, Depth.QUICK, number(0, 100, null), List.of(), List.of(), null),
            decision("on_call", "run-001", "day", "night", List.of("alerts"))),
        List.of(write("runbook.md", "operator")),
        List.of(MenuChoice.PROGRESS, MenuChoice.EXPORT, MenuChoice.EXIT),
        null,
        null,
        "",
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        true);
  }

  private static Ask decision(
      String id, String number, String first, String second, List<String> restsOn) {
    return ask(
        id,
        true,
        Depth.QUICK,
        new AskType.Decision(
            number,
            List.of(
                new AskType.Option(first, first, null), new AskType.Option(second, second, null)),
            restsOn,
            null),
        List.of(),
        List.of(),
        null);
  }

  private static AskType number(long min, long max, @Nullable String unit) {
    return new AskType.Number(BigDecimal.valueOf(min), BigDecimal.valueOf(max), unit);
  }

  private static Ask required(String id, AskType type, @Nullable Condition when) {
    return ask(id, true, Depth.QUICK, type, List.of(), List.of(), when);
  }

  private static Ask ask(
      String id,
      boolean required,
      Depth from,
      AskType type,
      List<Ask.Recommendation> recommended,
      List<Ask.Point> points,
      @Nullable Condition when) {
    return new Ask(id, "What " + id + "?", null, required, from, type, recommended, points, when);
  }

  private static Write write(String to, String... asks) {
    return new Write("t", to, "", Set.of(asks));
  }
}
