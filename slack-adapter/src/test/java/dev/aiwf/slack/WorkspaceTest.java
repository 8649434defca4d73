package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.testkit.slack.Delivery;
import dev.aiwf.testkit.slack.Modal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that Slack signed, from a workspace where the app is not installed. */
class WorkspaceTest {

  private SlackRun run;

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun();
    run.started();
    Delivery command = run.slack.command(SlackRun.LEAD, SlackRun.CHANNEL, "aiwf help");
    // Until Slack has said where the app is installed, nobody is kept out.
    await().until(() -> fromElsewhere(command).answer().toString().contains("not used"));
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  /** The same request, as another workspace's people would send it. */
  private Delivery fromElsewhere(Delivery here) {
    return run.slack.signed(
        here.request()
            .replace("team_id=T1", "team_id=T2")
            .replace("%22T1%22", "%22T2%22")
            .replace("a+few", "300"),
        "application/x-www-form-urlencoded",
        run.clock.instant());
  }

  @Test
  void aButtonIsNotPressedFromAnotherWorkspace() throws Exception {
    Delivery pressed = run.press("Use a form");
    var _ = run.slack.nextModal();

    assertThat(fromElsewhere(pressed).acknowledged()).isTrue();

    assertThat(run.slack.nextWhisper().shown()).contains("not used");
    assertThat(run.slack.called()).filteredOn("views.open"::equals).hasSize(1);
  }

  @Test
  void aFormIsNotTakenFromAnotherWorkspace() throws Exception {
    run.press("Use a form");
    Modal modal = run.slack.nextModal();
    Delivery wrong = run.fill(modal, Map.of("goal", "Billing", "example_count", "a few"));
    assertThat(wrong.answer().toString()).contains("no number");
    int facts = run.facts();

    assertThat(fromElsewhere(wrong).answer().toString()).contains("not used");
    assertThat(run.facts()).isEqualTo(facts);
  }
}
