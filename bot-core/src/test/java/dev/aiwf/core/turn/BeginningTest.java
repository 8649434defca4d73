package dev.aiwf.core.turn;

import static dev.aiwf.core.turn.Run.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.rules.Wide;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Workflow;
import org.junit.jupiter.api.Test;

/** What stands in the channel when a project begins, and when it is taken up again. */
class BeginningTest {

  private static final Workflow WIDE = Wide.workflow();

  @Test
  void what_completes_itself_is_committed_for_whoever_started_the_project() {
    assertThat(Run.begun(WIDE).effects())
        .filteredOn(Effect.Publish.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Effect.Publish.class,
            publish -> {
              assertThat(publish.author()).isEqualTo(LEAD);
              assertThat(publish.step()).isEqualTo("init");
              assertThat(publish.title()).isEqualTo("support-bot: complete Init");
            });
  }

  @Test
  void the_first_question_stands_below_and_no_step_that_passes_is_counted() {
    Run run = Run.begun(WIDE);
    assertThat(run.keys()).startsWith("status", "reply:c2").endsWith("visit:2", "ask:2:goal");
    assertThat(run.text("status")).startsWith("support-bot · Scoping ▱▱▱▱ · waiting for @lead");
    assertThat(run.text("ask:2:goal")).isEqualTo("1/6 What goal?\n[Answer…]");
  }

  @Test
  void at_the_first_question_a_brief_can_be_given_and_the_depth_be_set() {
    assertThat(Run.begun(WIDE).buttons("visit:2"))
        .containsExactly("Use a form", "Give a brief", "Quick depth", "Thorough depth");
    assertThat(Run.opening(WIDE, "Billing.").opened().buttons("visit:2"))
        .doesNotContain("Give a brief");
  }

  @Test
  void a_stopped_project_has_no_buttons_and_one_taken_up_again_has_the_menu_for_that() {
    Run run =
        Run.begun(WIDE).answers("goal", "billing", "users", "5").does(LEAD, new Action.Stop());
    assertThat(run.buttons("ask:2:visits")).isEmpty();
    assertThat(run.buttons("visit:2")).isEmpty();
    assertThat(run.buttons("recorded:c3")).isEmpty();
    run.does(LEAD, new Action.Start("support-bot", WIDE.ref(), null, null, Depth.STANDARD));
    assertThat(run.buttons("menu:3:0")).containsExactly("Review", "Progress", "Continue");
    assertThat(run.text("visit:3")).isEqualTo("Welcome back\nHere you were.");
    run.presses(LEAD, "continue");
    assertThat(run.keys()).endsWith("visit:4", "ask:4:visits");
    assertThat(run.keys()).doesNotContain("ask:4:goal");
  }
}
