package dev.aiwf.core.rules;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * A workflow of three steps, the middle one being skipped for one architecture, the last a gate.
 */
public final class Script {

  static final List<MenuChoice> MENU =
      List.of(MenuChoice.PROGRESS, MenuChoice.DECISIONS, MenuChoice.CONTINUE);

  private Script() {}

  /** The workflow, its gate passed by one signature. */
  public static Workflow workflow() {
    return workflow(new Gate.Policy(1, Set.of(Role.OWNER, Role.APPROVER), true));
  }

  /** The workflow with this policy at its gate. */
  public static Workflow workflow(Gate.Policy policy) {
    return new Workflow(
        new WorkflowRef("script", "1.0.0", "hash"),
        "Script",
        List.of(new Phase(0, "Scoping"), new Phase(1, "Training"), new Phase(2, "Release")),
        List.of(scoping(), training(), release(policy)));
  }

  private static Step scoping() {
    return new Step(
        "scoping",
        0,
        "Scoping",
        "What is it for?",
        List.of(
            text("goal"),
            new Ask(
                "use_case",
                "Which class?",
                null,
                true,
                Depth.QUICK,
                new AskType.Choice(List.of(option("qa", "Knowledge QA"), option("code", "Code"))),
                List.of()),
            new Ask(
                "examples",
                "How many examples?",
                null,
                false,
                Depth.QUICK,
                new AskType.Number(BigDecimal.ZERO, new BigDecimal(1_000_000), null),
                List.of()),
            decision(
                "architecture",
                "arch-001",
                List.of(option("rag-only", "RAG only"), option("fine-tuning", "Fine-tuning")),
                List.of("use_case", "examples"),
                List.of(
                    new Ask.Recommendation(
                        new Condition.Is("use_case", "qa"),
                        new Value.Decision("rag-only", ""),
                        "facts are looked up"))),
            decision(
                "tone",
                "tone-001",
                List.of(option("plain", "Plain"), option("warm", "Warm")),
                List.of("goal"),
                List.of())),
        List.of(),
        MENU,
        null,
        null,
        "");
  }

  private static Step training() {
    return new Step(
        "training",
        1,
        "Training",
        "What is learned?",
        List.of(
            decision(
                "base_model",
                "tp-001",
                List.of(option("small", "Small"), option("large", "Large")),
                List.of("architecture"),
                List.of())),
        List.of(),
        MENU,
        null,
        new Step.Skip(new Condition.Is("architecture", "rag-only"), "Nothing is trained."),
        "");
  }

  private static Step release(Gate.Policy policy) {
    return new Step(
        "release",
        2,
        "Release",
        "May it go out?",
        List.of(),
        List.of(),
        MENU,
        new Gate(
            "Ready?",
            List.of(
                new Gate.Item("safe", "Safety", "It is safe"),
                new Gate.Item("fast", "Speed", "It is fast")),
            policy),
        null,
        "");
  }

  private static Ask text(String id) {
    return new Ask(
        id, "What " + id + "?", null, true, Depth.QUICK, new AskType.Text(200), List.of());
  }

  private static Ask decision(
      String id,
      String number,
      List<AskType.Option> options,
      List<String> restsOn,
      List<Ask.Recommendation> recommended) {
    return new Ask(
        id,
        "Which " + id + "?",
        null,
        true,
        Depth.QUICK,
        new AskType.Decision(number, options, restsOn, null),
        recommended);
  }

  private static AskType.Option option(String key, String label) {
    return new AskType.Option(key, label, null);
  }
}
