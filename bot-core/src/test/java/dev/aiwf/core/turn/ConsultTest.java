package dev.aiwf.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.guide.Forms;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.SidecarView;
import dev.aiwf.core.rules.Consulting;
import dev.aiwf.core.rules.Wide;
import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What steps ask of the knowledge base, and what becomes of what it says. */
class ConsultTest {

  private static final Workflow WIDE = Wide.workflow();
  private static final Sender REPORT = new Sender.Effect(3);
  private static final Consult CHOICE = Wide.CONSULTS.get(0);
  private static final Consult MISTAKES = Wide.CONSULTS.get(1);
  private static final Finding LOOKED_UP =
      finding("rag-vs-tuning", Finding.Kind.DECISION, "Look it up or learn it?", 0.8);

  private static Finding finding(String id, Finding.Kind kind, String title, double score) {
    return new Finding(
        id,
        kind,
        title,
        "What " + id + " says.",
        "A book, chapter 3",
        "https://example.org/" + id,
        "bundled",
        score);
  }

  private static Finding warning(String id, double score) {
    return finding(id, Finding.Kind.WARNING, "Beware of " + id, score);
  }

  private static Action consulted(Findings.Came... came) {
    return new Action.Consulted("scoping", List.of(came), null, List.of());
  }

  private static Run answered() {
    return Run.begun(WIDE)
        .does(
            REPORT,
            consulted(
                new Findings.Came(CHOICE, List.of(LOOKED_UP)),
                new Findings.Came(
                    MISTAKES,
                    List.of(
                        warning("small", 0.2),
                        warning("leak", 0.9),
                        warning("drift", 0.5),
                        warning("bias", 0.7)))));
  }

  @Test
  void a_step_asks_all_it_wants_to_know_as_it_begins() {
    Run run = Run.begun(WIDE);

    assertThat(run.effects())
        .contains(new Effect.Consult(run.sidecar().id(), "scoping", Wide.CONSULTS, 1, null));
    assertThat(run.keys())
        .as("nothing is said before there is something to say")
        .noneMatch(key -> key.startsWith("findings"));
  }

  @Test
  void what_is_worth_asking_only_after_an_answer_is_asked_once_that_is_given() {
    Consult tuned =
        new Consult("get_warnings", "tuning", new Condition.Is("architecture", "tuned"));
    Run run = Run.begun(scopingAsks(CHOICE, tuned));
    assertThat(consulted(run)).containsExactly(List.of(CHOICE));

    assertThat(consulted(run.answers("users", "600", "hosting", "own"))).isEmpty();
    assertThat(consulted(chooses(run, "tuned"))).containsExactly(List.of(tuned));
    assertThat(consulted(run.answers("goal", "Billing"))).as("it is asked already").isEmpty();

    Run other = Run.begun(scopingAsks(CHOICE, tuned)).answers("users", "600", "hosting", "own");
    assertThat(consulted(chooses(other, "rag-only"))).isEmpty();
  }

  private static Run chooses(Run run, String architecture) {
    return run.does(
        Run.LEAD, new Action.Answer(Map.of("architecture", new Input.Decision(architecture, ""))));
  }

  private static List<List<Consult>> consulted(Run run) {
    return run.effects().stream()
        .flatMap(effect ->
            effect instanceof Effect.Consult consult
                ? Stream.of(consult.consults())
                : Stream.empty())
        .toList();
  }

  private static Workflow scopingAsks(Consult... consults) {
    return new Workflow(
        WIDE.ref(),
        WIDE.title(),
        WIDE.phases(),
        WIDE.steps().stream()
            .map(step -> step.id().equals("scoping") ? asking(step, consults) : step)
            .toList());
  }

  private static Step asking(Step step, Consult... consults) {
    return new Step(
        step.id(),
        step.phase(),
        step.title(),
        step.opening(),
        step.asks(),
        step.writes(),
        step.menu(),
        step.gate(),
        step.skipWhen(),
        step.brief(),
        step.agent(),
        List.of(consults),
        step.figures(),
        step.warnings(),
        step.sections(),
        step.locked());
  }

  @Test
  void the_three_weightiest_warnings_are_shown_with_their_source() {
    Run run = answered();

    assertThat(run.text("findings:2"))
        .contains("5 findings", "Beware of leak", "Beware of bias", "Beware of drift")
        .contains("A book, chapter 3")
        .doesNotContain("Beware of small");
    assertThat(run.buttons("findings:2"))
        .containsExactly(
            "Acknowledge…", "Acknowledge…", "Acknowledge…", "Show all", "Consult again…");
  }

  @Test
  void whoever_acknowledges_says_how_it_will_be_met() {
    Run run = answered();
    FormRef form = new FormRef.Acknowledge("knowledge:leak");
    assertThat(Forms.form(run.here(), form)).isPresent();

    run.does(Run.DATA, new Action.Acknowledge("knowledge:leak", "Mask names at ingestion."));

    assertThat(run.text("findings:2")).contains("@data", "“Mask names at ingestion.”");
    assertThat(run.does(Run.LEAD, new Action.Acknowledge("knowledge:leak", "x")).refusal())
        .contains("data said at", "Mask names");
    assertThat(Consulting.unmet(WIDE, run.sidecar()))
        .extracting(Finding::id)
        .containsExactly("bias", "drift");
  }

  @Test
  void findings_stand_by_the_decision_they_concern_and_it_says_what_it_rests_on() {
    Run run =
        answered()
            .answers("goal", "billing", "users", "600", "visits", "daily", "hosting", "cloud");

    run.answers("region", "eu");
    assertThat(run.text("ask:2:architecture")).contains("Look it up or learn it?");
    run.answers("architecture", "rag-only");
    run.says(Run.LEAD, "why architecture");
    assertThat(run.reply()).contains("Decision: Look it up or learn it?", "A book, chapter 3");
    assertThat(SidecarView.of(WIDE, run.sidecar()).toString())
        .contains("rests_on_knowledge=[rag-vs-tuning]");
  }

  @Test
  void what_is_not_in_the_knowledge_base_is_a_gap() {
    Run run = Run.begun(WIDE).does(REPORT, consulted(new Findings.Came(CHOICE, List.of())));

    assertThat(run.text("findings:2")).contains("Not in the knowledge base: " + CHOICE.topic());
    assertThat(Consulting.gaps(run.sidecar())).containsExactly(CHOICE);
    assertThat(SidecarView.of(WIDE, run.sidecar()).toString()).contains(CHOICE.reference());
  }

  @Test
  void what_is_remembered_says_since_when() {
    Run run =
        Run.begun(WIDE)
            .does(
                REPORT,
                new Action.Consulted(
                    "scoping",
                    List.of(new Findings.Came(CHOICE, List.of(LOOKED_UP))),
                    Instant.parse("2026-03-01T09:00:00Z"),
                    List.of("bundled")));

    assertThat(run.text("findings:2")).contains("As of 2026-03-01", "does not answer now");
  }

  @Test
  void an_outage_is_told_once_and_is_over_when_it_is_over() {
    Run run = Run.begun(WIDE);
    List<Instant> due = new ArrayList<>();
    for (int tries = 1; tries <= 3; tries++) {
      run.does(REPORT, missed(tries));
      due.add(
          run.effects().stream()
              .filter(Effect.Consult.class::isInstance)
              .flatMap(effect -> effect.notBefore().stream())
              .findFirst()
              .orElseThrow());
      assertThat(run.keys()).hasSize(tries == 1 ? 1 : 0);
    }
    assertThat(due).isSorted().doesNotHaveDuplicates();

    run.does(REPORT, consulted(new Findings.Came(CHOICE, List.of(LOOKED_UP))));
    assertThat(run.reply()).contains("answers again");
    assertThat(run.keys()).contains("findings:2");
    run.does(REPORT, consulted(new Findings.Came(MISTAKES, List.of())));
    assertThat(run.keys()).containsExactly("findings:2");
  }

  private static Action missed(int tries) {
    return new Action.KnowledgeMissed(
        "scoping", Wide.CONSULTS, tries, "The knowledge base can't be reached.");
  }

  @Test
  void it_is_not_asked_for_ever() {
    assertThat(Run.begun(WIDE).does(REPORT, missed(7)).effects())
        .noneMatch(Effect.Consult.class::isInstance);
  }

  @Test
  void somebody_can_have_something_else_looked_up() {
    Run run = answered().says(Run.DATA, "consult tables in German PDFs");
    assertThat(run.facts()).contains(new Fact.ConsultWanted("scoping", "tables in German PDFs"));
    List<Consult> wanted = Consulting.about("tables in German PDFs");
    assertThat(run.effects())
        .contains(new Effect.Consult(run.sidecar().id(), "scoping", wanted, 1, null));

    run.does(REPORT, consulted(new Findings.Came(wanted.getFirst(), List.of(LOOKED_UP))));

    assertThat(run.reply()).contains("tables in German PDFs", "Look it up or learn it?");
    assertThat(run.keys()).as("the step's own message stays as it is").hasSize(1);
  }

  @Test
  void what_comes_after_the_step_was_left_is_kept_and_not_shown() {
    Run run =
        answered()
            .answers("goal", "billing", "users", "600", "visits", "daily", "hosting", "cloud")
            .answers("region", "eu", "budget", "200", "architecture", "rag-only")
            .presses(Run.LEAD, "continue");
    int step = run.here().visit().number();
    assertThat(step).isGreaterThan(1);

    run.does(REPORT, consulted(new Findings.Came(MISTAKES, List.of(warning("late", 0.9)))));

    assertThat(run.keys()).noneMatch(key -> key.startsWith("findings"));
    assertThat(run.sidecar().findings().items()).containsKey("late");
  }

  @Test
  void a_warning_of_an_earlier_step_is_not_shown_again() {
    Findings.Came came = new Findings.Came(MISTAKES, List.of(warning("leak", 0.9)));
    Run run = answered();
    run.does(REPORT, new Action.Consulted("training", List.of(came), null, List.of()));

    assertThat(Consulting.warnings(run.sidecar(), WIDE.step("training"))).isEmpty();
  }

  @Test
  void the_gate_names_what_nobody_has_answered() {
    Run run = answered().does(Run.DATA, new Action.Acknowledge("knowledge:leak", "Masked."));
    run.answers("goal", "billing", "users", "600", "visits", "daily", "hosting", "cloud")
        .answers("region", "eu", "budget", "200", "architecture", "rag-only")
        .presses(Run.LEAD, "continue");

    assertThat(run.here().step().id()).isEqualTo("release");
    String gate = "gate:%d:%d".formatted(run.here().visit().number(), run.here().visit().shown());
    assertThat(run.text(gate)).contains("Beware of bias").doesNotContain("Beware of leak");
  }
}
