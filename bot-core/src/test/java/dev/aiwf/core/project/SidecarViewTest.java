package dev.aiwf.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class SidecarViewTest {

  private static final PersonId LEAD = new PersonId("console:lead");
  private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
  private static final WorkflowRef REF = new WorkflowRef("small", "1.0.0", "hash");

  @Test
  void aProjectThatHasJustBegunHasEveryField() {
    Map<String, @Nullable Object> view = after(new Fact.RepositoryOpened("a", "b", "c"));

    assertThat(view.keySet())
        .containsExactly(
            "project_name",
            "created",
            "user_name",
            "workflow",
            "depth",
            "architecture",
            "currentPhase",
            "currentStep",
            "stepsCompleted",
            "stepsSkipped",
            "phases",
            "answers",
            "left_open",
            "figures",
            "decisions",
            "warnings_acknowledged",
            "knowledge",
            "quality_gate",
            "stories",
            "outputs",
            "roles",
            "workflow_status",
            "completed_date",
            "lastContinued");
    assertThat(view)
        .containsEntry("project_name", "Support Bot")
        .containsEntry("user_name", "Lead")
        .containsEntry("created", "2026-03-02T09:00:01Z")
        .containsEntry("architecture", null)
        .containsEntry("currentStep", null)
        .containsEntry("workflow_status", "in_progress");
  }

  @Test
  void aFinishedProjectSaysWhoDecidedWhat() {
    Map<String, @Nullable Object> view =
        after(
            new Fact.RepositoryOpened("a", "b", "c"),
            new Fact.StepEntered("scoping"),
            new Fact.Answered("count", new Value.Number(new BigDecimal("300")), Fact.Via.TYPED),
            new Fact.Answered(
                "architecture", new Value.Decision("rag-only", "edited daily"), Fact.Via.CHOSEN),
            new Fact.Checked("agreed", true),
            new Fact.Signed(Verdict.CONDITIONAL, null, List.of("mask names"), null),
            new Fact.GateDecided("scoping", Verdict.CONDITIONAL, List.of("mask names"), true),
            new Fact.MenuAnswered("m1", "continue"),
            new Fact.StepCompleted("scoping"),
            new Fact.Completed(),
            new Fact.Published("scoping", "a1b9c3e", List.of("decision.md", "sidecar.yaml")));

    assertThat(view)
        .containsEntry("architecture", "rag-only")
        .containsEntry("currentPhase", 0)
        .containsEntry("stepsCompleted", List.of("scoping"))
        .containsEntry("answers", Map.of("count", new BigDecimal("300")))
        .containsEntry("outputs", Map.of("decision.md", "a1b9c3e", "sidecar.yaml", "a1b9c3e"))
        .containsEntry("workflow_status", "complete")
        .containsEntry("completed_date", "2026-03-02T09:00:10Z")
        .containsEntry(
            "phases",
            Map.of("phase-0", Map.of("title", "Scoping", "steps", Map.of("scoping", "completed"))))
        .containsEntry(
            "roles",
            Map.of(
                "console:lead",
                Map.of("name", "Lead", "verified", false, "roles", List.of("owner"))));
    assertThat(String.valueOf(view.get("decisions")))
        .contains("id=arch-001", "rationale=edited daily", "by=console:lead", "stale_because=[]");
    assertThat(String.valueOf(view.get("quality_gate")))
        .contains("decision=CONDITIONAL", "conditions=[mask names]", "self_approved=true")
        .contains("checked=[agreed]", "name=Lead");
  }

  private static Map<String, @Nullable Object> after(Fact... facts) {
    List<Fact> all = new ArrayList<>();
    all.add(new Fact.Started("Support Bot", REF, Depth.STANDARD, null, null));
    all.add(new Fact.PersonSeen(new Person(LEAD, "Lead", false)));
    all.addAll(List.of(facts));
    Sidecar sidecar = null;
    for (int i = 0; i < all.size(); i++) {
      Entry entry = new Entry(i + 1L, all.get(i), LEAD, BEGIN.plusSeconds(i + 1L), "c" + i);
      sidecar = Evolve.evolve(new ProjectId("support-bot"), sidecar, entry);
    }
    if (sidecar == null) {
      throw new IllegalStateException("there are facts");
    }
    return SidecarView.of(WORKFLOW, sidecar);
  }

  private static final Workflow WORKFLOW =
      new Workflow(
          REF,
          "Small",
          List.of(new Phase(0, "Scoping")),
          List.of(
              new Step(
                  "scoping",
                  0,
                  "Scoping",
                  "",
                  List.of(
                      new Ask(
                          "count",
                          "How many?",
                          null,
                          true,
                          Depth.QUICK,
                          new AskType.Number(null, null, null),
                          List.of()),
                      new Ask(
                          "architecture",
                          "Which?",
                          null,
                          true,
                          Depth.QUICK,
                          new AskType.Decision(
                              "arch-001",
                              List.of(new AskType.Option("rag-only", "RAG only", null)),
                              List.of("count"),
                              null),
                          List.of())),
                  List.of(),
                  List.of(MenuChoice.CONTINUE),
                  new Gate(
                      "Ready?",
                      List.of(new Gate.Item("agreed", "Scope", "It is agreed")),
                      new Gate.Policy(1, Set.of(Role.OWNER), true)),
                  null,
                  "")));
}
