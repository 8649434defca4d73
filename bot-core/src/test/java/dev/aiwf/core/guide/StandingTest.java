package dev.aiwf.core.guide;

import static dev.aiwf.core.turn.Run.DATA;
import static dev.aiwf.core.turn.Run.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.rules.Wide;
import dev.aiwf.core.turn.Run;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in the channel, and how it follows what happens. */
class StandingTest {

  private static final Workflow WIDE = Wide.workflow();

  private static Run scoped(String architecture) {
    return Run.begun(WIDE)
        .answers(
            "goal", "billing",
            "users", "600",
            "visits", "daily",
            "hosting", "cloud",
            "region", "eu",
            "architecture", architecture,
            "budget", "200");
  }

  private static Run signed(Verdict verdict, List<String> conditions) {
    return scoped("rag-only")
        .presses(LEAD, "continue")
        .does(LEAD, new Action.Check(Map.of("safe", true)))
        .does(LEAD, new Action.Sign(verdict, null, conditions, null));
  }

  @Test
  void a_risk_is_said_at_once_with_what_can_be_done() {
    Run run = Run.begun(WIDE).answers("users", "600");
    assertThat(run.keys()).contains("warning:crowd");
    assertThat(run.text("warning:crowd"))
        .isEqualTo(
            "⚠ 600 requests at once. Queues grow.\nSee get_risks:crowd.\n"
                + "[Acknowledge…] [Change users…]");
    run.answers("visits", "daily");
    assertThat(run.buttons("warning:crowd"))
        .containsExactly("Acknowledge…", "Change users…", "Change visits…");
  }

  @Test
  void a_risk_that_is_met_says_how_and_by_whom() {
    Run run =
        Run.begun(WIDE)
            .answers("users", "600")
            .does(DATA, new Action.Acknowledge("crowd", "queue"));
    assertThat(run.keys()).containsExactly("warning:crowd");
    assertThat(run.text("warning:crowd"))
        .endsWith("See get_risks:crowd.\n✔ @data, 14:12 UTC: “queue”");
  }

  @Test
  void a_contradiction_offers_a_change_and_says_when_it_is_no_longer_so() {
    Run run = Run.begun(WIDE).answers("users", "1000", "hosting", "own");
    assertThat(run.text("warning:small_room"))
        .isEqualTo("⚠ 1,000 users on Own. That does not fit.\n[Change hosting…] [Change users…]");
    run.answers("hosting", "cloud");
    assertThat(run.text("warning:small_room")).isEqualTo("✔ No longer so: 1,000 users on Own.");
  }

  @Test
  void a_warning_names_what_is_so_now() {
    Run run = Run.begun(WIDE).answers("users", "600").answers("users", "700");
    assertThat(run.text("warning:crowd")).startsWith("⚠ 700 requests at once.");
  }

  @Test
  void a_stopped_project_warns_without_buttons() {
    Run run = Run.begun(WIDE).answers("users", "600").does(LEAD, new Action.Stop());
    assertThat(run.buttons("warning:crowd")).isEmpty();
  }

  @Test
  void a_brief_stands_beside_the_questions() {
    Run run = Run.opening(WIDE, "It is for billing.").opened();
    assertThat(run.text("said:c1")).isEqualTo("It is for billing.");
    assertThat(run.shown("ask:2:goal").blocks())
        .filteredOn(Block.Recalled.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Block.Recalled.class,
            recalled -> {
              assertThat(recalled.message()).isEqualTo("said:c1");
              assertThat(recalled.about()).contains("What goal?");
            });
    assertThat(Run.begun(WIDE).shown("ask:2:goal").blocks())
        .noneMatch(Block.Recalled.class::isInstance);
  }

  @Test
  void options_that_need_a_word_are_numbered_and_the_number_can_be_typed() {
    Run run = Run.begun(WIDE).answers("goal", "x", "users", "5", "visits", "daily");
    assertThat(run.text("ask:2:hosting"))
        .isEqualTo(
            "4/6 What hosting?\n• 1 Cloud: somebody else's machines\n• 2 Own: one's own machines\n"
                + "[Cloud] [Own]");
    run.says(LEAD, "2");
    assertThat(run.text("ask:2:hosting")).startsWith("✔ What hosting? Own, @lead");
  }

  @Test
  void a_deeper_project_puts_more_questions() {
    Run run = scoped("tuned").does(DATA, new Action.ChangeDepth(Depth.THOROUGH));
    assertThat(run.reply()).isEqualTo("Thorough depth from here on, set by @data.");
    assertThat(run.keys()).contains("ask:2:sources");
    assertThat(run.text("ask:2:sources")).startsWith("6/8 What sources?");
    run.does(LEAD, new Action.ChangeDepth(Depth.STANDARD));
    assertThat(run.buttons("ask:2:sources")).isEmpty();
    assertThat(run.keys()).contains("menu:2:0");
  }

  @Test
  void each_option_says_what_speaks_for_it_and_the_recommended_has_a_star() {
    Run run = Run.begun(WIDE).answers("goal", "x", "users", "2000", "visits", "weekly");
    run.answers("hosting", "cloud", "region", "eu");
    assertThat(run.text("ask:2:architecture"))
        .contains(
            "2 reasons speak for Tuned: 2,000 users wait; Weekly is rare.",
            "1 reason speaks for RAG only: Cloud has search.",
            "Load: 400 requests = users × visits = 2,000 × 0.2.",
            "[RAG only] [Tuned ★]");
    assertThat(run.buttons("visit:2")).contains("Take the recommended…");
  }

  @Test
  void the_menu_shows_what_was_worked_out() {
    assertThat(scoped("tuned").text("menu:2:0"))
        .startsWith("Scoping: 6 answers, 1 decision.\nLoad: 600 requests = users × visits");
  }

  @Test
  void a_decision_is_looked_at_once_more_in_ways_that_fit_and_were_not_used() {
    Run run = scoped("tuned").presses(LEAD, "analyse");
    assertThat(run.reply())
        .startsWith("Once more: arch-001 Tuned. Pick a way to look at it;")
        .contains("• Five whys: Asks why five times.\n• Anything else");
    assertThat(run.buttons("reply:c4"))
        .containsExactly("Five whys…", "Anything else…", "Just a note…");
    run.does(DATA, new Action.Note("architecture", "five-whys", "Because of the tone."));
    assertThat(run.reply()).isEqualTo("Noted on arch-001 by @data:\n> Because of the tone.");
    run.presses(LEAD, "analyse");
    assertThat(run.buttons("reply:c6")).containsExactly("Anything else…", "Just a note…");
    assertThat(run.says(LEAD, "why arch-001").reply())
        .contains("• Five whys, @data: Because of the tone.");
    assertThat(run.says(LEAD, "decisions").reply()).contains("arch-001 Tuned, @lead. (1 note)");
  }

  @Test
  void there_is_nothing_to_look_at_before_a_decision() {
    assertThat(Run.begun(WIDE).does(LEAD, new Action.Note("architecture", null, "early")).refusal())
        .isEqualTo("There is no such decision yet to look at once more.");
    assertThat(scoped("tuned").does(LEAD, new Action.Note("architecture", "magic", "x")).refusal())
        .isEqualTo("This workflow knows no method of that name.");
  }

  @Test
  void conditions_stand_until_they_are_met() {
    Run run = signed(Verdict.CONDITIONAL, List.of("mask names", "test load"));
    assertThat(run.text("conditions:release"))
        .isEqualTo(
            "Conditions of “Ready?”. 2 conditions are still to be met.\n"
                + "☐ mask names\n☐ test load");
    assertThat(run.buttons("conditions:release")).containsExactly("Met…", "Met…");
    run.presses(LEAD, "continue").does(DATA, new Action.Meet("release", "mask names", "report 7"));
    assertThat(run.keys()).containsExactly("conditions:release");
    assertThat(run.text("conditions:release"))
        .contains("1 condition is still to be met.", "☑ mask names – report 7");
    run.does(DATA, new Action.Meet("release", "test load", "done"));
    assertThat(run.text("conditions:release")).contains("All are met.");
  }

  @Test
  void the_end_names_what_is_still_open_and_can_be_taken_back() {
    Run run =
        signed(Verdict.CONDITIONAL, List.of("mask names"))
            .presses(LEAD, "continue")
            .answers("operator", "ops", "alerts", "3", "on_call", "day")
            .presses(LEAD, "exit");
    assertThat(run.text("menu:4:0"))
        .isEqualTo(
            """
            Finish support-bot? Its files are committed once more, and no answer in it changes after \
            that.
            Still open: 1 warning, 1 condition. The documents list them.
            [F Finish] [N Not yet]\
            """);
    run.presses(DATA, "stay");
    assertThat(run.buttons("menu:4:0")).containsExactly("Progress", "Export", "Exit");
    run.presses(LEAD, "exit").presses(DATA, "finish");
    assertThat(run.reply()).startsWith("support-bot is complete.");
    assertThat(run.text("menu:4:0")).startsWith("✔ Running: finish, @data, 14:12 UTC.");
    assertThat(run.buttons("conditions:release")).containsExactly("Met…");
    assertThat(run.buttons("warning:crowd")).isEmpty();
    assertThat(run.text("status")).isEqualTo("support-bot · complete ▰▰▰▰ · 2 decisions");
    assertThat(run.says(LEAD, "one more thing").reply())
        .startsWith("The project is complete. These can be typed:");
  }

  @Test
  void a_stricter_policy_is_told_and_stands_on_the_gate() {
    Run run = scoped("rag-only");
    run.does(
        LEAD,
        new Action.ChangePolicy(
            "release", 2, Wide.POLICY.roles(), false, "the board wants four eyes"));
    assertThat(run.reply())
        .isEqualTo(
            "Release: 2 signatures by an owner or an approver. Whoever started the project does not"
                + " count. Set by @lead: the board wants four eyes");
    assertThat(run.says(LEAD, "people").reply())
        .contains("Made stricter by @lead: the board wants four eyes");
    run.presses(LEAD, "continue");
    assertThat(run.text("gate:3:0")).contains("2 signatures by an owner or an approver.");
    assertThat(run.says(LEAD, "people").buttons("reply:c7")).isEmpty();
  }

  @Test
  void a_skipped_step_says_why() {
    Run run = scoped("rag-only").presses(LEAD, "continue");
    assertThat(run.reply()).isEqualTo("Training: SKIPPED. Nothing is trained for 600 users.");
  }

  @Test
  void a_revision_tells_what_is_to_be_confirmed_and_where_the_way_leads() {
    Run run = scoped("rag-only").presses(LEAD, "continue");
    run.does(
        DATA, new Action.Revise(Map.of("users", new Input.Text("601")), run.sidecar().number()));
    assertThat(run.reply()).isEqualTo("Revised: What users? 601 users, @data");
    assertThat(run.text("reply:c5:1"))
        .isEqualTo("arch-001 rests on users, which changed. It is to be confirmed.");
    assertThat(run.text("reply:c5:2")).isEqualTo("To walk through again: Scoping. Answers stay.");
    assertThat(run.text("ask:4:architecture"))
        .contains("It was RAG only, and rests on users, which changed. Confirm it or choose anew.");
  }
}
