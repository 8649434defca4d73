package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.web.access.Tokens;
import dev.aiwf.web.operate.RemoteOperator;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line asks of a running program, and that nobody else can. */
class OperatorTest {

  @TempDir private Path folder;
  private Served served;
  private RemoteOperator operator;

  @BeforeEach
  void serve() {
    served = new Served(folder);
    operator = new RemoteOperator(served.at("/"), served.tokens);
  }

  @AfterEach
  void end() {
    operator.close();
    served.close();
  }

  @Test
  void whatIsAskedAndToldComesAcrossWhole() throws NotEver {
    assertThat(operator.projects()).containsExactly(Desk.LINE);
    assertThat(operator.proofs()).isEqualTo(Desk.PROOFS);
    assertThat(operator.rebuild()).isEqualTo(Desk.PROOFS);
    assertThat(operator.effects()).containsExactly(Desk.EFFECT);
    assertThat(operator.effect(7)).contains(Desk.EFFECT);
    assertThat(operator.effect(8)).isEmpty();
    assertThat(operator.retry(7)).isTrue();
    assertThat(operator.retry(8)).isFalse();
    assertThat(operator.drop(7)).isTrue();
    assertThat(operator.drop(8)).isFalse();
    assertThat(operator.release()).isEqualTo(5);
    assertThat(operator.people())
        .containsExactly(new Forgetting.Known(Desk.PERSON, List.of("Ada"), 1));
    assertThat(operator.of(Desk.PERSON)).contains(Desk.TRACES);
    assertThat(operator.of(new PersonId("nobody"))).isEmpty();
    assertThat(operator.forget(Desk.PERSON)).contains(Desk.TRACES);
    assertThat(operator.of(Desk.PROJECT)).contains(Desk.EXTENT);
    assertThat(operator.forget(Desk.PROJECT, true)).contains(Desk.EXTENT);
    assertThat(operator.forget(new ProjectId("none"), false)).isEmpty();
    assertThat(served.desk.done)
        .containsExactly(
            "rebuild",
            "retry 7",
            "retry 8",
            "drop 7",
            "drop 8",
            "release",
            "forget " + Desk.PERSON,
            "forget support-bot true",
            "forget none false");
  }

  @Test
  void whatCantBeDoneIsToldAsItWasSaid() {
    assertThatThrownBy(() -> operator.forget(new ProjectId("stuck"), false))
        .isInstanceOf(NotEver.class)
        .hasMessage("The disk said no.");
  }

  @Test
  void whoeverIsGoneIsToldSo() {
    served.stop();
    assertThatThrownBy(operator::effects)
        .isInstanceOf(RemoteOperator.Unanswered.class)
        .hasMessageContaining("does not answer");
  }

  @Test
  void nobodyElseGetsIn(@TempDir Path elsewhere) {
    String operators = served.tokens.operator();
    Tokens foreign = new Tokens(elsewhere.resolve("key"), served.clock, new Random(2));

    assertThat(release().status()).as("on loopback, without a token").isEqualTo(401);
    assertThat(release("Authorization", "Bearer " + foreign.operator()).status()).isEqualTo(401);
    assertThat(release("Authorization", "Bearer nonsense").status()).isEqualTo(401);
    assertThat(release("Authorization", "Basic " + operators).status()).isEqualTo(401);
    assertThat(release("Cookie", "aiwf_session=" + operators).status()).isEqualTo(401);
    Served.Answer persons = release("Authorization", "Bearer " + served.tokens.token("lead"));
    assertThat(persons.status()).isEqualTo(403);
    assertThat(persons.at("/error/message").asString()).contains("command line");
    assertThat(release("Authorization", "Bearer " + served.tokens.code("lead")).status())
        .isEqualTo(401);
    assertThat(release("Authorization", "Bearer " + operators, "Host", "evil.example").status())
        .isEqualTo(403);
    assertThat(
            release("Authorization", "Bearer " + operators, "Origin", "https://evil.example")
                .status())
        .isEqualTo(403);
    assertThat(served.desk.done).isEmpty();
    assertThat(release("Authorization", "Bearer " + operators).status()).isEqualTo(200);
    served.clock.tick(Duration.ofMinutes(2));
    assertThat(release("Authorization", "Bearer " + operators).status()).isEqualTo(401);
    assertThat(served.get("/api/projects", "Authorization", "Bearer " + operators).status())
        .as("an operator is nobody in a project")
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/effects/x/retry",
        "/effects/-/drop",
        "/effects/99999999999999999999/retry",
        "/person/forget",
        "/person/forget?id=",
        "/project/forget?id=a&keep_repository=maybe"
      })
  void whatIsNoIdIsRefused(String path) {
    assertThat(post(path, "Authorization", "Bearer " + served.tokens.operator()).status())
        .isEqualTo(422);
    assertThat(served.desk.done).isEmpty();
  }

  private Served.Answer release(String... headers) {
    return post("/release", headers);
  }

  private Served.Answer post(String path, String... headers) {
    HttpResponse<String> response =
        served.send(
            Served.headers(
                    HttpRequest.newBuilder(served.at("/api/operate" + path))
                        .POST(HttpRequest.BodyPublishers.noBody()),
                    headers)
                .build());
    return new Served.Answer(response);
  }
}
