package dev.aiwf.core.guide;

import static dev.aiwf.core.turn.Run.DATA;
import static dev.aiwf.core.turn.Run.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Wide;
import dev.aiwf.core.turn.Run;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, beside answers. */
class WordsTypedTest {

  private static final Workflow WIDE = Wide.workflow();
  private static final String STILL_OPEN = "Still open: What goal?";

  private static Run scoped() {
    return Run.begun(WIDE)
        .answers(
            "goal", "billing",
            "users", "600",
            "visits", "daily",
            "hosting", "cloud",
            "region", "eu",
            "architecture", "rag-only",
            "budget", "200");
  }

  @ParameterizedTest
  @CsvSource({
    "help, HELP",
    "?, HELP",
    "HELP, HELP",
    "' progress ', PROGRESS",
    "status, PROGRESS",
    "decisions, DECISIONS",
    "why, WHY",
    "figures, FIGURES",
    "warnings, WARNINGS",
    "revise, REVISING",
    "change, REVISING",
    "people, PEOPLE",
    "policy, PEOPLE",
    "summary, SUMMARY",
    "gate, GATE",
    "remind, REMINDER",
    "artifacts, ARTIFACT",
    "export, EXPORT",
    "depth, DEPTH"
  })
  void a_word_shows_something_changes_nothing_and_says_what_is_still_open(
      String word, Fact.Topic topic) {
    Run run = Run.begun(WIDE).says(LEAD, word);
    assertThat(run.facts()).containsExactly(new Fact.Said("said:c3"), new Fact.Shown(topic));
    assertThat(run.reply()).endsWith(STILL_OPEN);
    assertThat(run.sidecar().answers().given()).isEmpty();
  }

  @Test
  void help_names_every_word_once() {
    assertThat(Run.begun(WIDE).says(DATA, "help").reply())
        .startsWith("Type the answer to the question that is open, or one of these:")
        .contains(
            "• skip leaves an optional question open",
            "• undo takes back the last answer",
            "• take the recommended takes what the answers so far speak for",
            "• depth quick, standard or thorough: from here on",
            "• progress shows where the project stands",
            "• why arch-001 shows what a decision or a question rests on",
            "• export shows where the files are",
            "Menus and gates are answered with buttons only.")
        .doesNotContain("• status", "• ? ", "• policy", "• change");
  }

  @Test
  void progress_says_where_it_stands_and_leaves_out_what_passes() {
    assertThat(scoped().presses(LEAD, "continue").says(LEAD, "progress").reply())
        .startsWith("Progress\nStep | State\nScoping | done\nTraining | skipped\nRelease | here")
        .contains("Running | to come", "To be solved or met: 600 requests at once")
        .doesNotContain("Init");
    assertThat(Run.begun(WIDE).says(LEAD, "progress").reply())
        .contains("Scoping | here, 6 questions open");
  }

  @Test
  void decisions_are_told_with_who_took_them() {
    assertThat(Run.begun(WIDE).says(LEAD, "decisions").reply())
        .startsWith("No decision has been taken yet.");
    assertThat(scoped().says(LEAD, "decisions").reply())
        .isEqualTo("Decisions\n• arch-001 RAG only, @lead.");
  }

  @Test
  void figures_are_shown_with_how_they_come_about() {
    assertThat(Run.begun(WIDE).says(LEAD, "figures").reply())
        .startsWith("Nothing could be worked out yet");
    assertThat(Run.begun(WIDE).answers("users", "12k").says(LEAD, "figures").reply())
        .startsWith(
            """
            Worked out
            • Load: 12,000 requests = users × visits = 12,000 × 1, assuming visits 1.
            • Cost: 3,000 EUR = load ÷ 4 = 12,000 ÷ 4, assuming visits\
            """);
  }

  @Test
  void warnings_are_shown_with_how_they_are_met() {
    assertThat(Run.begun(WIDE).says(LEAD, "warnings").reply())
        .startsWith("Nothing contradicts, and no warning stands.");
    Run run = scoped().says(LEAD, "warnings");
    assertThat(run.reply()).isEqualTo("Warnings\n• ⚠ 600 requests at once. Queues grow.");
    run.does(LEAD, new Action.Acknowledge("crowd", "a queue")).says(LEAD, "warnings");
    assertThat(run.reply()).isEqualTo("Warnings\n• ✔ 600 requests at once. To be met: a queue");
  }

  @Test
  void people_are_shown_with_who_must_sign() {
    Run run = Run.begun(WIDE).says(DATA, "people");
    assertThat(run.reply())
        .startsWith(
            "People\n• @lead: owner\n• @data: takes part\nReady? 1 signature by an owner or")
        .contains("[Make it stricter…]");
  }

  @Test
  void the_summary_is_the_project_on_one_screen() {
    assertThat(scoped().says(LEAD, "summary").reply())
        .startsWith("support-bot · under way · standard depth\nDecisions\n• arch-001 RAG only");
  }

  @Test
  void export_says_where_the_files_are() {
    Run run = Run.begun(WIDE).says(LEAD, "export");
    assertThat(run.reply()).startsWith("Nothing has been committed yet");
    run.does(
            new Sender.Effect(4),
            new Action.Published("init", "a1b9c3e0f", List.of("sidecar.yaml")))
        .says(LEAD, "export");
    assertThat(run.reply())
        .contains("The last commit is a1b9c3e.", "git clone --branch aiwf/support-bot own");
  }

  @Test
  void why_alone_is_about_what_is_open_and_then_about_the_last_decision() {
    assertThat(Run.begun(WIDE).says(LEAD, "why").reply())
        .startsWith("goal What goal?\nStill open: What goal?");
    assertThat(scoped().says(LEAD, "why").reply())
        .startsWith("arch-001 What architecture?\nRAG only, @lead, 2026-03-02.")
        .contains("• What users? 600 users", "• What hosting? Cloud", "get_decisions:rag");
  }

  @ParameterizedTest
  @ValueSource(strings = {"why users", "WHY Users", "why  users "})
  void why_with_a_name_says_what_rests_on_it(String typed) {
    assertThat(scoped().presses(LEAD, "continue").says(LEAD, typed).reply())
        .startsWith("users What users?\n600 users, @lead, 2026-03-02.")
        .endsWith("On it rest: arch-001; the files scoping.md, decision.md. Nothing else does.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"why arch-001", "why arch 001", "why architecture"})
  void a_decision_is_named_by_its_number_too(String typed) {
    assertThat(scoped().says(LEAD, typed).facts())
        .contains(new Fact.Shown(Fact.Topic.WHY, "architecture"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why people call us at night",
        "help customers with bills",
        "change management",
        "revise contracts",
        "summary of tickets",
        "status pages",
        "people search"
      })
  void a_word_that_begins_a_sentence_begins_an_answer(String typed) {
    Run run = Run.begun(WIDE).says(LEAD, typed);
    assertThat(run.sidecar().answers().value("goal")).isEqualTo(new Value.Text(typed));
  }

  @Test
  void revise_shows_what_rests_on_it_and_a_button() {
    Run run = scoped().says(LEAD, "revise users");
    assertThat(run.reply())
        .isEqualTo("What users? 600 users\nOn it rest: arch-001. Nothing else does.\n[Revise…]");
    assertThat(run.sidecar().answers().to("users").orElseThrow().stale()).isFalse();
  }

  @Test
  void revise_offers_no_button_where_the_design_is_locked() {
    Run run =
        scoped()
            .presses(LEAD, "continue")
            .does(LEAD, new Action.Check(Map.of("safe", true)))
            .does(LEAD, new Action.Sign(Verdict.GO, null, List.of(), null))
            .presses(LEAD, "continue")
            .says(LEAD, "revise users");
    assertThat(run.reply())
        .contains("It stands: the design is locked since Running began.")
        .doesNotContain("[Revise…]");
  }

  @Test
  void depth_shows_the_others_and_a_depth_sets_it() {
    Run run = Run.begun(WIDE).says(LEAD, "depth");
    assertThat(run.reply()).startsWith("This project is at standard depth.");
    assertThat(run.buttons("reply:c3")).containsExactly("Quick depth", "Thorough depth");
    run.says(LEAD, "Depth  thorough");
    assertThat(run.facts()).contains(new Fact.DepthChanged(Depth.THOROUGH));
    assertThat(run.reply()).startsWith("Thorough depth from here on, set by @lead.");
    assertThat(run.text("ask:2:goal")).startsWith("1/7 ");
    assertThat(run.text("visit:2")).contains("7 questions, 3 of them optional.");
    run.says(LEAD, "depth thorough");
    assertThat(run.reply()).startsWith("The project is at thorough depth already.");
  }

  @Test
  void take_the_recommended_takes_what_the_answers_speak_for() {
    Run run =
        Run.begun(WIDE)
            .answers("users", "20k", "hosting", "own")
            .says(LEAD, "Take the recommended");
    assertThat(run.facts())
        .extracting(fact -> fact.getClass().getSimpleName())
        .startsWith("Said", "Answered", "Answered");
    assertThat(run.text("recorded:c4")).startsWith("Recorded 2 answers: Tuned · 5,000 EUR, @lead");
    assertThat(run.says(LEAD, "take recommended").reply())
        .startsWith("The answers so far speak for nothing that is still open.");
  }

  @Test
  void skip_leaves_an_optional_question_open_and_no_other() {
    Run run = Run.begun(WIDE).says(LEAD, "skip");
    assertThat(run.reply()).startsWith("The step can't be completed without this answer.");
    run.says(LEAD, "billing").says(LEAD, "600").says(LEAD, "SKIP");
    assertThat(run.facts()).contains(new Fact.AskSkipped("visits"));
    assertThat(run.text("ask:2:visits")).startsWith("– What visits? Left open.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"undo", "back", "Undo"})
  void undo_takes_back_the_last_answer(String word) {
    Run run = Run.begun(WIDE).says(LEAD, "billing").says(LEAD, word);
    assertThat(run.facts()).contains(new Fact.Undone("c3"));
    assertThat(run.says(LEAD, word).reply()).startsWith("There is nothing to undo in this step.");
  }

  @Test
  void a_question_is_not_recorded_as_an_answer() {
    Run run = Run.begun(WIDE).says(LEAD, "What do you mean by goal?");
    assertThat(run.sidecar().answers().given()).isEmpty();
    assertThat(run.reply()).startsWith("That reads as a question, so it was not recorded.");
  }

  @Test
  void who_typed_right_after_somebody_elses_answer_is_told_and_asked_again() {
    Run run = Run.begun(WIDE).says(LEAD, "billing").says(DATA, "250");
    assertThat(run.reply())
        .isEqualTo(
            "lead answered that at 14:12 UTC: billing. Yours came right after, so it was"
                + " not taken. If it is meant for what is asked now, type it again.\n"
                + "Still open: What users?");
    run.later(Duration.ofSeconds(5)).says(DATA, "250");
    assertThat(run.sidecar().answers().to("users")).isPresent();
  }

  @Test
  void who_goes_on_answering_is_not_held_up() {
    Run run = Run.begun(WIDE).says(LEAD, "billing").says(LEAD, "250");
    assertThat(run.sidecar().answers().to("users")).isPresent();
  }

  @Test
  void a_decision_can_be_typed_and_one_that_comes_too_early_says_what_it_waits_for() {
    Run run = Run.begun(WIDE).answers("goal", "x", "users", "5", "hosting", "own");
    run.says(LEAD, "skip").says(LEAD, "rag-only");
    assertThat(run.sidecar().answers().value("architecture"))
        .isEqualTo(new Value.Decision("rag-only", ""));
    Action early = new Action.Answer(Map.of("architecture", new Input.Decision("tuned", "")));
    assertThat(Run.begun(WIDE).does(LEAD, early).refusal())
        .isEqualTo("arch-001 rests on a question that is open: What users?");
  }

  @Test
  void words_press_no_button_at_the_gate() {
    Run run = scoped().presses(LEAD, "continue");
    for (String word : List.of("go", "GO", "continue", "sign", "yes")) {
      assertThat(run.says(LEAD, word).reply())
          .isEqualTo("The gate is signed with its buttons, and only with these.");
    }
    assertThat(run.sidecar().gate("release").signatures()).isEmpty();
  }

  @Test
  void while_the_repository_is_read_words_show_and_nothing_is_answered() {
    Run run = Run.opening(WIDE).says(LEAD, "billing");
    assertThat(run.facts())
        .containsExactly(new Fact.Said("said:c2"), new Fact.Shown(Fact.Topic.HELP));
    assertThat(run.reply())
        .startsWith("The project is opening. These can be typed:")
        .doesNotContain("• skip", "• undo");
    assertThat(run.says(LEAD, "why").reply())
        .isEqualTo("Nothing has been asked or decided here yet.");
    assertThat(run.says(LEAD, "people").reply()).startsWith("People\n• @lead: owner");
    assertThat(run.says(LEAD, "progress").reply()).contains("Scoping | to come");
  }

  @Test
  void a_stopped_project_still_shows_and_records_nothing() {
    Run run = Run.begun(WIDE).does(LEAD, new Action.Stop()).says(LEAD, "billing");
    assertThat(run.reply()).startsWith("The project is stopped. These can be typed:");
    assertThat(run.sidecar().answers().given()).isEmpty();
    assertThat(run.says(LEAD, "summary").reply()).startsWith("support-bot · stopped");
    run.says(LEAD, "undo").says(LEAD, "depth thorough").says(LEAD, "skip");
    assertThat(run.sidecar().depth()).isEqualTo(Depth.STANDARD);
  }
}
