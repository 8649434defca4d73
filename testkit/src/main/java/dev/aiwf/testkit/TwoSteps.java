package dev.aiwf.testkit;

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
import dev.aiwf.core.workflow.Write;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The smallest workflow that has one of everything: three plain asks, a decision that rests on two
 * of them, a file, a gate. The pack in {@code packs/} says the same in files.
 */
public final class TwoSteps {

  /** Which workflow and version it is, with a hash that no pack on disk has. */
  public static final WorkflowRef REF = new WorkflowRef("two-steps", "1.0.0", "two-steps-in-java");

  /** The template that the first step renders. */
  public static final String TEMPLATE =
      """
      # {{architecture.number}}: {{architecture.label}}

      **Goal:** {{goal}}

      | What was asked | Answer |
      |---|---|
      | {{use_case.ask}} | {{use_case.label}} |
      | {{example_count.ask}} | {{example_count}} |

      ## Why

      {{#architecture.rationale}}
      {{architecture.rationale}}
      {{/architecture.rationale}}
      {{^architecture.rationale}}
      No rationale was given.
      {{/architecture.rationale}}

      Decided by {{architecture.by}} on {{architecture.date}}.
      """;

  private static final List<String> FILES =
      List.of(
          "prompts/two-steps/1.0.0/workflow.yaml",
          "prompts/two-steps/1.0.0/steps/scoping.md",
          "prompts/two-steps/1.0.0/steps/release.md",
          "prompts/two-steps/1.0.0/scenarios/bad-input.yaml",
          "prompts/two-steps/1.0.0/scenarios/conditional.yaml",
          "prompts/two-steps/1.0.0/scenarios/late-click.yaml",
          "prompts/two-steps/1.0.0/scenarios/no-go-and-back.yaml",
          "prompts/two-steps/1.0.0/scenarios/repository.yaml",
          "prompts/two-steps/1.0.0/scenarios/revision.yaml",
          "prompts/two-steps/1.0.0/scenarios/two-people.yaml",
          "prompts/two-steps/1.0.0/scenarios/undo.yaml",
          "prompts/two-steps/1.0.0/scenarios/whole-run.yaml",
          "templates/two-steps/1.0.0/architecture-decision.md");

  private TwoSteps() {}

  /** The root that holds the same as files. */
  public static Path folder() {
    return PackFolders.root("packs", FILES);
  }

  /** The workflow. */
  public static Workflow workflow() {
    return new Workflow(
        REF,
        "Two steps",
        List.of(new Phase(0, "Scoping"), new Phase(1, "Release")),
        List.of(scoping(), release()));
  }

  private static Step scoping() {
    return new Step(
        "scoping",
        0,
        "Scoping",
        "What is it for, and does it look things up or learn them?",
        List.of(
            new Ask(
                "goal",
                "What should it do for whom?",
                "One sentence that a new colleague would understand.",
                true,
                Depth.QUICK,
                new AskType.Text(2_000),
                List.of()),
            new Ask(
                "use_case",
                "Which class fits best?",
                null,
                true,
                Depth.QUICK,
                new AskType.Choice(
                    List.of(
                        new AskType.Option(
                            "knowledge-qa",
                            "Answers from documents",
                            "Facts are looked up, with sources. Usually RAG."),
                        new AskType.Option(
                            "classification",
                            "Classification",
                            "Labels or fields out of text. Usually prompting or fine-tuning."),
                        new AskType.Option(
                            "assistant",
                            "Assistant in a conversation",
                            "Facts and manner both count. Usually hybrid."))),
                List.of()),
            new Ask(
                "example_count",
                "How many labelled examples are there?",
                "Under 1,000 speaks for RAG, over 10,000 for fine-tuning.",
                false,
                Depth.QUICK,
                new AskType.Number(BigDecimal.ZERO, null, "examples"),
                List.of()),
            new Ask(
                "architecture",
                "Which architecture?",
                null,
                true,
                Depth.QUICK,
                new AskType.Decision(
                    "arch-001",
                    List.of(
                        new AskType.Option(
                            "rag-only", "RAG only", "Current facts with sources; no training."),
                        new AskType.Option(
                            "fine-tuning",
                            "Fine-tuning",
                            "Own style and terms; wants 10,000 good examples."),
                        new AskType.Option("hybrid", "Hybrid", "Both, and the cost of both.")),
                    List.of("use_case", "example_count"),
                    "get_decisions:rag-vs-fine-tuning"),
                List.of(
                    new Ask.Recommendation(
                        new Condition.All(
                            List.of(
                                new Condition.Is("use_case", "classification"),
                                new Condition.AtLeast("example_count", new BigDecimal(10_000)))),
                        new Value.Decision("fine-tuning", ""),
                        "a stable task with more than 10,000 examples"),
                    new Ask.Recommendation(
                        new Condition.Is("use_case", "knowledge-qa"),
                        new Value.Decision("rag-only", ""),
                        "facts that change and must be cited are looked up, not learned")))),
        List.of(
            new Write(
                "architecture-decision.md",
                "phase-0-scoping/architecture-decision.md",
                TEMPLATE,
                Set.of("architecture", "goal", "use_case", "example_count"))),
        List.of(MenuChoice.PROGRESS, MenuChoice.DECISIONS, MenuChoice.CONTINUE),
        null,
        null,
        "Find out what the system is for before talking about how.");
  }

  private static Step release() {
    return new Step(
        "release",
        1,
        "Release",
        "One look back before anything is built on it.",
        List.of(),
        List.of(),
        List.of(MenuChoice.PROGRESS, MenuChoice.DECISIONS, MenuChoice.GATE, MenuChoice.CONTINUE),
        new Gate(
            "Ready to build?",
            List.of(
                new Gate.Item(
                    "goal-agreed", "Scope", "The goal is agreed with whoever asked for it"),
                new Gate.Item("data-allowed", "Data", "The data may be used for this"),
                new Gate.Item("way-back", "Operations", "There is a way back if it goes wrong")),
            new Gate.Policy(1, Set.of(Role.OWNER, Role.APPROVER), true)),
        null,
        "Nothing is asked here; the gate is.");
  }
}
