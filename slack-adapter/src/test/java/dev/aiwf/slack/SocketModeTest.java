package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.testkit.slack.Delivery;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Connections come and go; what people asked for does not. */
class SocketModeTest {

  private SlackRun run;

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun(SlackRun.Way.SOCKETS);
    run.started();
  }

  @AfterEach
  void close() throws Exception {
    assertThat(run.slack.rejections()).isEmpty();
    run.close();
  }

  /** Types while the inbox takes its time. */
  private CompletableFuture<Delivery> typedAndHeld(String text) throws Exception {
    run.door.hold();
    CompletableFuture<Delivery> typed =
        CompletableFuture.supplyAsync(() ->
            run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, run.status().ts(), text).delivery());
    run.door.awaitHeld();
    return typed;
  }

  @ParameterizedTest
  @ValueSource(strings = {"warning", "refresh_requested"})
  void theNextConnectionStandsBeforeTheOldOneGoes(String reason) throws Exception {
    run.slack.announceEnd(reason);
    run.slack.awaitConnection();
    assertThat(run.slack.connections()).isEqualTo(2);
    assertThat(run.waits).isEmpty();

    run.slack.closeOldest();
    await().until(() -> run.slack.connections() == 1);
    assertThat(run.type("Answer billing questions").acknowledged()).isTrue();
    assertThat(run.sidecar().answers().to("goal")).isPresent();
  }

  @Test
  void whatCameOverTheOldConnectionIsAcknowledgedThere() throws Exception {
    CompletableFuture<Delivery> typed = typedAndHeld("Answer billing questions");

    run.slack.announceEnd("refresh_requested");
    run.slack.awaitConnection();
    run.door.letGo();

    assertThat(typed.get().acknowledged()).isTrue();
  }

  @Test
  void whatWasLostBeforeItsAcknowledgementHappensOnce() throws Exception {
    CompletableFuture<Delivery> typed = typedAndHeld("Answer billing questions");
    run.slack.cutConnections();
    assertThat(typed.get().acknowledged()).isFalse();
    run.door.letGo();
    run.slack.awaitConnection();

    assertThat(run.slack.replay(typed.get(), 1).acknowledged()).isTrue();
    run.settle();

    assertThat(run.projects.facts(SlackRun.PROJECT, 0, 1_000))
        .filteredOn(entry -> entry.fact().toString().startsWith("Answered"))
        .hasSize(1);
  }

  @Test
  void aConnectionThatBreaksIsOpenedAnewAndNotAllAtOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      run.slack.cutConnections();
      run.slack.awaitConnection();
    }

    assertThat(run.waits).hasSize(3);
    assertThat(run.waits.getFirst()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(run.waits.getLast()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(run.type("Answer billing questions").acknowledged()).isTrue();
  }

  @Test
  void aConnectionThatHeldForLongIsOpenedAnewAtOnce() throws Exception {
    run.clock.tick(Duration.ofHours(3));
    run.slack.cutConnections();
    run.slack.awaitConnection();

    assertThat(run.waits).containsExactly(Duration.ZERO);
  }

  @Test
  void whoeverIsToldToComeLaterComesLater() throws Exception {
    run.slack.rateLimit("apps.connections.open", 70);
    run.slack.announceEnd("warning");
    run.slack.awaitConnection();

    assertThat(run.waits).containsExactly(Duration.ofSeconds(70));
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_auth, SLACK_APP_TOKEN",
    "not_allowed_token_type, SLACK_APP_TOKEN",
    "missing_scope, connections:write"
  })
  void aTokenThatOpensNothingIsNamedAndTriedAgainMuchLater(String error, String named)
      throws Exception {
    CountDownLatch until = new CountDownLatch(1);
    run.onWait = until;
    run.slack.refuse("apps.connections.open", error);
    run.slack.announceEnd("warning");
    await().until(() -> !run.waits.isEmpty());

    assertThat(run.waits).containsExactly(Duration.ofMinutes(5));
    assertThat(run.adapter().trouble().orElseThrow()).contains(named).contains(error);

    until.countDown();
    run.slack.awaitConnection();
    await().until(() -> run.adapter().trouble().isEmpty());
  }

  @Test
  void socketModeThatIsSwitchedOffIsToldAndWaitedFor() throws Exception {
    CountDownLatch until = new CountDownLatch(1);
    run.onWait = until;
    run.slack.announceEnd("link_disabled");
    await().until(() -> !run.waits.isEmpty());

    assertThat(run.waits).containsExactly(Duration.ofMinutes(5));
    assertThat(run.adapter().trouble().orElseThrow()).contains("switched off");
    until.countDown();
    run.slack.awaitConnection();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "7",
        "{\"type\":7}",
        "{\"type\":\"of_next_year\"}",
        "{\"type\":\"events_api\"}",
        "{\"type\":\"events_api\",\"envelope_id\":\"x\"}",
        "{\"type\":\"interactive\",\"payload\":{}}"
      })
  void whatIsNotKnownIsLeftAlone(String frame) throws Exception {
    run.slack.sayOnSockets(JsonMapper.shared().readTree(frame));

    assertThat(run.type("Answer billing questions").acknowledged()).isTrue();
  }

  @Test
  void whoeverEndsTakesNothingMore() {
    run.adapter().disconnect();

    await().until(() -> run.slack.connections() == 0);
    assertThat(run.slack.command(SlackRun.LEAD, SlackRun.CHANNEL, "aiwf help").acknowledged())
        .isFalse();
  }
}
