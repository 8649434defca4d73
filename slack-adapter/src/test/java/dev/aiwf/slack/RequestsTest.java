package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.testkit.slack.Delivery;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in. */
class RequestsTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String COMMAND =
      "command=%2Faiwf&text=start+support-bot&team_id=T1&channel_id=C7&user_id=U1&trigger_id=9";

  private SlackRun run;

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun();
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  private Delivery signed(String body, Duration ago) {
    return run.slack.signed(body, FORM, run.clock.instant().minus(ago));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 300, -300})
  void aSignatureOfTheLastFiveMinutesHolds(long secondsAgo) {
    assertThat(signed(COMMAND, Duration.ofSeconds(secondsAgo)).status()).isEqualTo(200);
    assertThat(run.projects.list()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {301, -301, 86_400})
  void anotherTimeDoesNot(long secondsAgo) {
    refused(signed(COMMAND, Duration.ofSeconds(secondsAgo)), 401);
  }

  @Test
  void anotherBodyDoesNotHold() {
    Delivery good = signed("command=%2Faiwf&text=help&trigger_id=1", Duration.ZERO);

    refused(run.slack.unsigned(good.headers(), COMMAND), 401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v0=00", "", "v0=", "nonsense"})
  void aForgedSignatureDoesNotHold(String signature) {
    Map<String, String> headers =
        new HashMap<>(signed("command=%2Faiwf&text=help", Duration.ZERO).headers());
    headers.put(Signature.SIGNATURE, signature);

    refused(run.slack.unsigned(headers, COMMAND), 401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "99999999999999999999"})
  void aTimestampThatIsNoneDoesNotHold(String timestamp) {
    Map<String, String> headers = new HashMap<>(signed(COMMAND, Duration.ofDays(1)).headers());
    headers.put(Signature.TIMESTAMP, timestamp);

    refused(run.slack.unsigned(headers, COMMAND), 401);
  }

  @Test
  void withoutASignatureNothingIsTaken() {
    refused(run.slack.unsigned(Map.of(), COMMAND), 401);
  }

  @Test
  void aMebibyteIsTakenAndOneByteMoreIsNot() {
    String full = COMMAND + "&rest=";
    full += "x".repeat(1024 * 1024 - full.length());

    refused(signed(full + "x", Duration.ZERO), 413);
    assertThat(signed(full, Duration.ZERO).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "{",
        "[]",
        "{\"type\":\"unheard_of\"}",
        "payload=%7B",
        "payload=null",
        "payload=%7B%22type%22%3A%22shortcut%22%7D",
        "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A7%7D",
        "{\"type\":\"event_callback\"}"
      })
  void evenSignedGarbageIsNoRequest(String body) {
    refused(signed(body, Duration.ZERO), 400);
  }

  @Test
  void slackSeesThatTheAddressIsOurs() {
    Delivery delivery =
        run.slack.signed(
            "{\"type\":\"url_verification\",\"challenge\":\"c-1\"}",
            "application/json",
            run.clock.instant());

    assertThat(delivery.status()).isEqualTo(200);
    assertThat(delivery.answer().path("body").asString()).isEqualTo("c-1");
  }

  private void refused(Delivery delivery, int status) {
    assertThat(delivery.status()).isEqualTo(status);
    assertThat(delivery.answer().path("body").asString()).doesNotContain("Exception");
    assertThat(run.projects.list()).isEmpty();
  }
}
