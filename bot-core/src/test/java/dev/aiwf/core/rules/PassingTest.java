package dev.aiwf.core.rules;

import static dev.aiwf.core.rules.Given.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.workflow.Workflow;
import org.junit.jupiter.api.Test;

/** A step at which nothing is waited for. */
class PassingTest {

  private static final Workflow WIDE = Wide.workflow();

  @Test
  void it_is_entered_and_completed_by_itself() {
    Given given =
        Given.nothing(WIDE)
            .when(LEAD, Given.start())
            .when(new Action.RepositoryRead("own", "branch", "folder"))
            .then(
                new Fact.RepositoryOpened("own", "branch", "folder"),
                new Fact.StepEntered("init"),
                new Fact.StepCompleted("init"),
                new Fact.StepEntered("scoping"));
    assertThat(given.here().step().id()).isEqualTo("scoping");
    assertThat(given.sidecar().way().completed()).containsExactly("init");
  }

  @Test
  void its_menu_can_not_be_pressed() {
    Given.begun(WIDE)
        .when(LEAD, new Action.Choose("continue", "m1"))
        .refused(Refusal.Kind.CONFLICT);
  }
}
