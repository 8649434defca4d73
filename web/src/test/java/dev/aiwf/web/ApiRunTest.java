package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A whole run over the API. */
class ApiRunTest {

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = new Served(folder);
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void fromTheFirstQuestionToTheLastSignature() {
    Served.Answer started =
        served.post(
            "/api/projects",
            "{\"name\": \"Support Bot\", \"brief\": \"answers customers\", \"depth\": \"quick\"}",
            "X-Aiwf-Person",
            "lead");
    assertThat(started.status()).isEqualTo(201);
    assertThat(started.response().headers().firstValue("Location"))
        .contains("/api/projects/support-bot");
    assertThat(started.at("/status").asString()).isEqualTo("in_progress");
    assertThat(started.at("/step").asString()).isEqualTo("scoping");
    assertThat(started.at("/owner").asString()).isEqualTo("lead");
    assertThat(started.at("/waiting_for").asString()).isEqualTo("an answer");
    assertThat(asks(started.json()))
        .containsExactly(
            "goal text", "use_case choice", "example_count number", "architecture decision");

    lead("{\"say\": \"Answer support questions from our articles\"}");
    Served.Answer recommended =
        lead("{\"answer\": {\"use_case\": \"knowledge-qa\", \"example_count\": 300}}");
    assertThat(recommended.at("/state/asks/3/recommended/value/choice").asString())
        .isEqualTo("rag-only");
    assertThat(recommended.at("/state/menu/choices/2/allowed").booleanValue()).isFalse();
    assertThat(recommended.at("/state/menu/choices/2/why_not").asString()).contains("open");
    lead("{\"take_recommended\": []}");
    Served.Answer decided =
        lead(
            "{\"answer\": {\"architecture\": {\"choice\": \"rag-only\", \"rationale\": \"edited"
                + " daily\"}}}");
    assertThat(decided.at("/state/sidecar/architecture").asString()).isEqualTo("rag-only");
    assertThat(decided.at("/state/asks/3/value/rationale").asString()).isEqualTo("edited daily");
    assertThat(decided.at("/messages").isEmpty()).isFalse();

    Served.Answer released = lead("{\"choose\": \"continue\", \"menu\": \"m1\"}");
    assertThat(released.at("/state/step").asString()).isEqualTo("release");
    assertThat(released.at("/state/gate/verdicts/0").asString()).isEqualTo("conditional");
    Served.Answer ticked =
        lead("{\"check\": {\"goal-agreed\": true, \"data-allowed\": true, \"way-back\": true}}");
    assertThat(ticked.at("/state/gate/verdicts/0").asString()).isEqualTo("go");
    Served.Answer signed = lead("{\"sign\": \"go\", \"reason\": \"all is ticked\"}");
    assertThat(signed.at("/state/gate/verdict").asString()).isEqualTo("go");
    assertThat(signed.at("/state/gate/self_approved").booleanValue()).isTrue();
    Served.Answer complete = lead("{\"choose\": \"continue\", \"menu\": \"m2\"}");
    assertThat(complete.at("/state/status").asString()).isEqualTo("complete");
    assertThat(complete.at("/state/asks").isEmpty()).isTrue();
    assertThat(complete.at("/state/menu").isNull()).isTrue();
    assertThat(complete.at("/state/sidecar/quality_gate/decision").asString()).isEqualTo("GO");

    assertThat(served.get("/api/projects").at("/projects/0/status").asString())
        .isEqualTo("complete");
    List<String> facts =
        served
            .get("/api/projects/support-bot/history")
            .at("/facts")
            .valueStream()
            .map(fact -> fact.at("/fact/type").asString())
            .toList();
    assertThat(facts)
        .startsWith("started", "person-seen", "repository-opened", "step-entered")
        .contains("said", "answered", "menu-answered", "checked", "signed", "gate-decided")
        .contains("completed");
  }

  @Test
  void everyOtherThingAPersonCanDo() {
    served.post("/api/projects", "{\"name\": \"support-bot\"}", "X-Aiwf-Person", "lead");

    lead("{\"answer\": {\"goal\": \"Answer\", \"use_case\": \"knowledge-qa\"}}");
    assertThat(lead("{\"skip\": \"example_count\"}").at("/state/asks/2/skipped").booleanValue())
        .isTrue();
    assertThat(lead("{\"undo\": true}").at("/state/asks/2/skipped").booleanValue()).isFalse();
    lead("{\"answer\": {\"example_count\": \"300\", \"architecture\": \"hybrid\"}}");
    JsonNode state = served.get("/api/projects/support-bot").json();
    Served.Answer revised =
        lead(
            "{\"revise\": {\"example_count\": 20000}, \"seen\": %d}"
                .formatted(state.get("number").longValue()));
    assertThat(revised.at("/state/asks/3/stale").booleanValue()).isTrue();
    assertThat(
            lead("{\"assign\": {\"person\": \"console:data\", \"role\": \"contributor\"}}")
                .status())
        .isEqualTo(200);
    assertThat(
            served
                .post(
                    "/api/projects/support-bot/commands?wait=true",
                    "{\"say\": \"progress\"}",
                    "X-Aiwf-Person",
                    "data")
                .status())
        .isEqualTo(200);
    assertThat(lead("{\"stop\": true}").at("/state/status").asString()).isEqualTo("stopped");
    Served.Answer again =
        served.post("/api/projects", "{\"name\": \"Support Bot\"}", "X-Aiwf-Person", "lead");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.at("/status").asString()).isEqualTo("in_progress");
  }

  @Test
  void aNoGoLeadsBack() {
    served.post("/api/projects", "{\"name\": \"support-bot\"}", "X-Aiwf-Person", "lead");
    lead(
        "{\"answer\": {\"goal\": \"Answer\", \"use_case\": \"assistant\", \"example_count\": 1,"
            + " \"architecture\": \"hybrid\"}}");
    lead("{\"choose\": \"continue\", \"menu\": \"m1\"}");
    Served.Answer back =
        lead(
            "{\"sign\": \"no-go\", \"reason\": \"the goal is unclear\", \"return_to\":"
                + " \"scoping\"}");
    assertThat(back.at("/state/step").asString()).isEqualTo("scoping");
    assertThat(back.at("/state/sidecar/currentPhase").intValue()).isZero();
    lead("{\"choose\": \"continue\", \"menu\": \"m3\"}");
    Served.Answer conditional = lead("{\"sign\": \"conditional\", \"conditions\": \"mask names\"}");
    assertThat(conditional.at("/state/gate/conditions/0").asString()).isEqualTo("mask names");
    assertThat(conditional.at("/state/gate/verdict").asString()).isEqualTo("conditional");
  }

  private Served.Answer lead(String json) {
    Served.Answer answer =
        served.post("/api/projects/support-bot/commands?wait=true", json, "X-Aiwf-Person", "lead");
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer;
  }

  private static List<String> asks(JsonNode state) {
    return state
        .get("asks")
        .valueStream()
        .map(ask -> ask.get("id").asString() + " " + ask.get("type").asString())
        .toList();
  }
}
