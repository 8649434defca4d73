package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.DATA;
import static dev.aiwf.core.rules.Given.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TakingUpTest {

  private static final Workflow SCRIPT = Script.workflow();
  private static final Import.Source SOURCE =
      new Import.Source("aiwf/support-bot/sidecar.yaml", "a1b2", "aiwf-before");
  private static final Repository.Place PLACE =
      new Repository.Place("file:///srv/bot.git", "aiwf/support-bot", "aiwf/support-bot");

  private static final Map<String, Object> SCOPED =
      Map.of(
          "project_name", "support-bot",
          "stepsCompleted", List.of("scoping"),
          "answers", Map.of("goal", "answer billing questions", "use_case", "qa", "examples", 300),
          "decisions",
              List.of(
                  Map.of("id", "arch-001", "choice", "rag-only", "rationale", "daily edits"),
                  Map.of("id", "tone-001", "choice", "Plain")));

  private static Import read(Map<String, Object> file) {
    return Importing.of(SCRIPT, SOURCE, file, Map::toString);
  }

  private static Given found(Map<String, Object> file) {
    return found(read(file));
  }

  private static Given found(Import found) {
    return Given.nothing(SCRIPT)
        .when(LEAD, Given.start())
        .when(
            new Action.RepositoryRead(
                PLACE.address(),
                PLACE.branch(),
                PLACE.folder(),
                PLACE.address(),
                found,
                List.of()));
  }

  @Test
  void whereAProjectLiesAlreadyNothingGoesOnByItself() {
    Given given = found(SCOPED).then(new Fact.SidecarFound(PLACE, read(SCOPED)));

    assertThat(given.sidecar().status()).isEqualTo(Status.OPENING);
    assertThat(given.sidecar().visit()).isEmpty();
    given
        .when(LEAD, Given.answer())
        .refused(Refusal.Kind.CONFLICT, "take it up", "begin anew")
        .when(
            new Action.RepositoryRead(
                PLACE.address(),
                PLACE.branch(),
                PLACE.folder(),
                PLACE.address(),
                read(SCOPED),
                List.of()))
        .then();
  }

  @Test
  void takenUpItGoesOnBehindTheLastCompletedStep() {
    Given given =
        found(SCOPED)
            .when(LEAD, new Action.TakeUp("a1b2"))
            .then(
                new Fact.Imported(read(SCOPED)),
                new Fact.RepositoryOpened(PLACE.address(), PLACE.branch(), PLACE.folder()),
                new Fact.StepSkipped("training", "Nothing is trained."),
                new Fact.StepEntered("release"));

    Answers.Answer decided = given.sidecar().answers().to("architecture").orElseThrow();
    assertThat(decided.value()).isEqualTo(new Value.Decision("rag-only", "daily edits"));
    assertThat(decided.via()).isEqualTo(Fact.Via.IMPORTED);
    assertThat(decided.by()).isEqualTo(LEAD.id());
    assertThat(given.sidecar().way().completed()).containsExactly("scoping");
    assertThat(given.sidecar().repository().predecessors()).containsExactly("aiwf-before");
    assertThat(given.sidecar().repository().found()).isNull();
    given.when(LEAD, new Action.Undo(null)).refused(Refusal.Kind.CONFLICT, "nothing to undo");
  }

  @Test
  void howAWarningOfTheKnowledgeBaseWillBeMetIsTakenOver() {
    Import read =
        read(
            Map.of(
                "warnings_acknowledged",
                List.of(Map.of("id", "knowledge:leak", "mitigation", "Mask names."))));

    assertThat(read.met()).containsEntry("knowledge:leak", "Mask names.");
    assertThat(read.doubts()).isEmpty();
  }

  @Test
  void begunAnewNothingOfItIsTaken() {
    Given given =
        found(SCOPED)
            .when(LEAD, new Action.BeginAnew("a1b2"))
            .then(
                new Fact.BegunAnew(SOURCE),
                new Fact.RepositoryOpened(PLACE.address(), PLACE.branch(), PLACE.folder()),
                new Fact.StepEntered("scoping"));

    assertThat(given.sidecar().answers().given()).isEmpty();
    assertThat(given.sidecar().repository().predecessors()).containsExactly("aiwf-before");
    given.when(LEAD, new Action.TakeUp("a1b2")).refused(Refusal.Kind.CONFLICT, "settled already");
  }

  @Test
  void onlyAContributorSaysSoAndOnlyOfWhatWasSeen() {
    found(SCOPED)
        .when(new Sender.Human(DATA, Set.<Role>of(), null), new Action.TakeUp("a1b2"))
        .refused(Refusal.Kind.FORBIDDEN)
        .when(LEAD, new Action.TakeUp("0000"))
        .refused(Refusal.Kind.CONFLICT, "once more");
  }

  @Test
  void aGateIsSignedAgainAlsoWhereEverythingWasComplete() {
    Given given =
        found(
                Map.of(
                    "project_name",
                    "support-bot",
                    "stepsCompleted",
                    List.of(1, 2, 3),
                    "architecture",
                    "rag-only",
                    "quality_gate",
                    Map.of("decision", "GO", "approvals", List.of("cto")),
                    "roles",
                    Map.of("slack:T1:DATA", Map.of("roles", List.of("owner"))),
                    "workflow_status",
                    "complete"))
            .when(LEAD, new Action.TakeUp("a1b2"));

    assertThat(given.here().step().id()).isEqualTo("release");
    assertThat(given.sidecar().gate("release")).isEqualTo(GateState.UNTOUCHED);
    assertThat(given.sidecar().team().owner()).isEqualTo(LEAD.id());
    given
        .presses(LEAD, "continue")
        .refused(Refusal.Kind.CONFLICT, "not signed")
        .when(LEAD, new Action.Check(Map.of("safe", true, "fast", true)))
        .when(LEAD, Given.sign(Verdict.GO))
        .presses(LEAD, "continue");
    assertThat(given.sidecar().status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void aChoiceThatFitsNoOptionIsANoteAndItsStepIsEnteredAgain() {
    Map<String, Object> file =
        Map.of(
            "project_name", "support-bot",
            "stepsCompleted", List.of("1", "step-02-training"),
            "decisions",
                List.of(
                    Map.of("id", "rag-vs-ft", "choice", "agents", "rationale", "they are new"),
                    Map.of("id", "tp-001", "choice", "Small, 3 B")));
    Given given = found(file).when(LEAD, new Action.TakeUp("a1b2"));

    assertThat(read(file).doubts()).singleElement().asString().contains("arch-001", "agents");
    assertThat(given.here().step().id()).isEqualTo("scoping");
    assertThat(given.sidecar().way().completed()).containsExactly("training");
    assertThat(given.sidecar().answers().value("architecture")).isNull();
    assertThat(given.sidecar().answers().value("base_model"))
        .isEqualTo(new Value.Decision("small", ""));
    assertThat(given.sidecar().remarks().notesOn("architecture"))
        .singleElement()
        .satisfies(note ->
            assertThat(note.text()).isEqualTo("Decided elsewhere as \"agents\": they are new"));
  }

  @Test
  void choicesAreKnownHoweverTheyAreSpelled() {
    for (String spelled :
        List.of("rag-only", "RAG only", "rag_only", "RAGonly", "rag", "RAG-only (v2)")) {
      assertThat(
              read(Map.of("decisions", List.of(Map.of("id", "arch-001", "choice", spelled))))
                  .answers())
          .as(spelled)
          .extracting(Import.Answer::value)
          .containsExactly(new Value.Decision("rag-only", ""));
    }
    for (String other : List.of("1", "no rag", "", "-", "ragtime")) {
      assertThat(
              read(Map.of("decisions", List.of(Map.of("id", "arch-001", "choice", other))))
                  .answers())
          .as(other)
          .isEmpty();
    }
  }

  @Test
  void whatHasAnotherShapeIsSaidAndNothingElseIsLost() {
    Import read =
        read(
            Map.of(
                "project_name", List.of("x"),
                "stepsCompleted", "all",
                "answers", Map.of("goal", Map.of("a", 1), "use_case", "qa", "colour", "red"),
                "decisions", List.of("arch-001", Map.of("id", List.of())),
                "warnings_acknowledged", Map.of("id", "x"),
                "left_open", 7,
                "team", Map.of("size", 3)));

    assertThat(read.answers()).extracting(Import.Answer::ask).containsExactly("use_case");
    assertThat(read.doubts())
        .anyMatch(doubt -> doubt.startsWith("stepsCompleted is not a list"))
        .anyMatch(doubt -> doubt.startsWith("goal stays open"))
        .anyMatch(doubt -> doubt.startsWith("colour is no question"))
        .anyMatch(doubt -> doubt.startsWith("warnings_acknowledged is not a list"))
        .anyMatch(doubt -> doubt.startsWith("left_open is not a list"))
        .hasSize(7);
    assertThat(read.more()).contains("team", "size=3");
  }

  @Test
  void whatGivesNothingCanOnlyBeBegunAnew() {
    found(Import.unreadable(SOURCE, "It is not YAML."))
        .when(LEAD, new Action.TakeUp("a1b2"))
        .refused(Refusal.Kind.CONFLICT, "nothing in it")
        .when(LEAD, new Action.BeginAnew("a1b2"))
        .then(
            new Fact.BegunAnew(SOURCE),
            new Fact.RepositoryOpened(PLACE.address(), PLACE.branch(), PLACE.folder()),
            new Fact.StepEntered("scoping"));
  }

  @Test
  void whatWentStaleThereIsStillToBeConfirmed() {
    Given given =
        found(
                Map.of(
                    "decisions",
                    List.of(
                        Map.of(
                            "id", "arch-001",
                            "ask", "architecture",
                            "choice", "rag-only",
                            "stale_because", List.of("examples")))))
            .when(LEAD, new Action.TakeUp("a1b2"));
    assertThat(given.sidecar().answers().to("architecture").orElseThrow().staleBecause())
        .containsExactly("examples");
  }
}
