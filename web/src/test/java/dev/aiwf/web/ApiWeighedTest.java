package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What follows from answers, what is said beside them, and what a gate leaves behind. */
class ApiWeighedTest {

  private static final String PROJECT = "/api/projects/support-bot";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = new Served(folder);
    served.post(
        "/api/projects",
        "{\"name\": \"support-bot\", \"workflow\": \"weighed\"}",
        "X-Aiwf-Person",
        "lead");
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void whatSpeaksForWhichOptionIsShownWithItsAmounts() {
    JsonNode state = lead("{\"answer\": {\"budget_month\": 600}}").at("/state");

    assertThat(state.at("/asks/2/voices/0/option").asString()).isEqualTo("managed");
    assertThat(state.at("/asks/2/voices/0/weight").intValue()).isEqualTo(2);
    assertThat(state.at("/asks/2/voices/1/because/0").asString()).isEqualTo("600 EUR is little");
    assertThat(state.at("/asks/2/options/0/amount").intValue()).isEqualTo(3);
    assertThat(state.at("/asks/0/voices").isEmpty()).isTrue();
  }

  @Test
  void aFigureIsShownWithWhatWasAssumed() {
    lead("{\"answer\": {\"budget_month\": 600}}");
    JsonNode assumed = lead("{\"answer\": {\"hosting\": \"managed\"}}").at("/state/figures/0");
    assertThat(assumed.get("id").asString()).isEqualTo("spend_month");
    assertThat(assumed.get("value").intValue()).isEqualTo(1_500);
    assertThat(assumed.get("unit").asString()).isEqualTo("EUR");
    assertThat(assumed.get("formula").asString()).isEqualTo("users × hosting");
    assertThat(assumed.get("worked").asString()).contains("× 3");
    assertThat(assumed.at("/assumed/0").asString()).isEqualTo("users");

    JsonNode known = lead("{\"answer\": {\"users\": 10}}").at("/state/figures/0");
    assertThat(known.get("value").intValue()).isEqualTo(30);
    assertThat(known.get("worked").asString()).isEqualTo("10 × 3");
    assertThat(known.get("assumed").isEmpty()).isTrue();
  }

  @Test
  void aContradictionStandsUntilAnAnswerIsChanged() {
    lead("{\"answer\": {\"budget_month\": 600, \"users\": 12000}}");
    JsonNode state = lead("{\"answer\": {\"hosting\": \"managed\"}}").at("/state");
    JsonNode warning = state.at("/warnings/0");
    assertThat(warning.get("id").asString()).isEqualTo("too-dear");
    assertThat(warning.get("kind").asString()).isEqualTo("contradiction");
    assertThat(warning.get("text").asString()).contains("36,000 EUR", "600 EUR");
    assertThat(warning.at("/change/1").asString()).isEqualTo("hosting");
    assertThat(warning.get("met").isNull()).isTrue();
    assertThat(state.at("/open_points/warnings/0").asString()).isEqualTo("too-dear");

    assertThat(refused("{\"acknowledge\": \"too-dear\", \"mitigation\": \"we pay\"}"))
        .contains("change one of them");
    JsonNode revised =
        lead("{\"revise\": {\"users\": 10}, \"seen\": %d}".formatted(number())).at("/state");
    assertThat(revised.get("warnings").isEmpty()).isTrue();
  }

  @Test
  void aRiskStaysWithWhatMeetsIt() {
    lead("{\"answer\": {\"budget_month\": 600, \"users\": 10}}");
    JsonNode state = lead("{\"answer\": {\"hosting\": \"own\"}}").at("/state");
    assertThat(state.at("/warnings/0/reference").asString()).isEqualTo("get_warnings:on-call");

    JsonNode met =
        lead("{\"acknowledge\": \"nobody-on-call\", \"mitigation\": \"a rota\"}").at("/state");
    assertThat(met.at("/warnings/0/met/mitigation").asString()).isEqualTo("a rota");
    assertThat(met.at("/warnings/0/met/by").asString()).isEqualTo("console:lead");
    assertThat(met.at("/open_points/warnings").isEmpty()).isTrue();
  }

  @Test
  void whatIsSaidBesideTheAnswersIsKept() {
    assertThat(lead("{\"depth\": \"quick\"}").at("/state/depth").asString()).isEqualTo("quick");
    assertThat(lead("{\"depth\": \"standard\"}").at("/state/asks").size()).isEqualTo(3);
    lead("{\"brief\": \"600 a month, ten people\"}");
    assertThat(refused("{\"note\": \"a\", \"on\": \"hosting\"}")).contains("no such decision");
    sized();
    lead("{\"note\": \"The rota was missing\", \"on\": \"hosting\", \"method\": \"pre-mortem\"}");
    lead("{\"note\": \"Ask again in May\", \"on\": \"hosting\"}");

    assertThat(facts())
        .contains("depth-changed", "brief-given", "noted")
        .doesNotContain("recalled");
  }

  @Test
  void aStricterGateSaysWhy() {
    JsonNode before = served.get(PROJECT).at("/policies/evaluation");
    assertThat(before.get("approvals").intValue()).isEqualTo(1);
    assertThat(before.get("stricter").isNull()).isTrue();

    JsonNode state =
        lead("{\"policy\": {\"step\": \"evaluation\", \"approvals\": 2, \"roles\":"
                + " [\"approver\"], \"initiator_counts\": false}, \"reason\": \"an audit\"}")
            .at("/state");
    assertThat(state.at("/policies/evaluation/approvals").intValue()).isEqualTo(2);
    assertThat(state.at("/policies/evaluation/roles/0").asString()).isEqualTo("approver");
    assertThat(state.at("/policies/evaluation/stricter/reason").asString()).isEqualTo("an audit");
    sized();
    JsonNode gate = lead("{\"choose\": \"continue\", \"menu\": \"m1\"}").at("/state/gate");
    assertThat(gate.at("/policy/approvals").intValue()).isEqualTo(2);
    assertThat(gate.at("/policy/initiator_counts").booleanValue()).isFalse();
    assertThat(gate.at("/policy/stricter/by").asString()).isEqualTo("console:lead");

    JsonNode changed =
        served
            .get(PROJECT + "/history")
            .at("/facts")
            .valueStream()
            .filter(fact -> fact.at("/fact/type").asString().equals("policy-changed"))
            .findFirst()
            .orElseThrow();
    assertThat(changed.at("/fact/policy").propertyNames())
        .containsExactlyInAnyOrder("approvals", "roles", "initiator_counts");
  }

  @Test
  void aConditionIsFollowedToItsEnd() {
    sized();
    lead("{\"choose\": \"continue\", \"menu\": \"m1\"}");
    JsonNode signed =
        lead("{\"sign\": \"conditional\", \"conditions\": [\"Ask legal\", \"Mask names\"]}")
            .at("/state");
    assertThat(signed.at("/conditions/0/step").asString()).isEqualTo("evaluation");
    assertThat(signed.at("/conditions/0/text").asString()).isEqualTo("Ask legal");
    assertThat(signed.at("/conditions/0/met").isNull()).isTrue();
    assertThat(signed.at("/open_points/conditions").size()).isEqualTo(2);

    JsonNode met =
        lead("{\"meet\": \"Ask legal\", \"step\": \"evaluation\", \"how\": \"mail of May 2\"}")
            .at("/state");
    assertThat(met.at("/conditions/0/met/how").asString()).isEqualTo("mail of May 2");
    assertThat(met.at("/open_points/conditions/0").asString()).isEqualTo("Mask names");
    assertThat(refused("{\"meet\": \"Ask legal\", \"step\": \"evaluation\", \"how\": \"a\"}"))
        .contains("marked that as met");
  }

  @Test
  void anExitIsAskedBack() {
    sized();
    lead("{\"choose\": \"continue\", \"menu\": \"m1\"}");
    lead("{\"sign\": \"conditional\", \"conditions\": \"Ask legal\"}");
    assertThat(choices(lead("{\"choose\": \"exit\", \"menu\": \"m2\"}")))
        .containsExactly("finish", "stay");
    assertThat(choices(lead("{\"choose\": \"stay\", \"menu\": \"m2\"}")))
        .contains("review", "summary", "export", "continue", "exit");
    lead("{\"choose\": \"exit\", \"menu\": \"m2\"}");
    Served.Answer finished = lead("{\"choose\": \"finish\", \"menu\": \"m2\"}");
    assertThat(finished.at("/state/status").asString()).isEqualTo("complete");
    assertThat(finished.at("/state/open_points/conditions/0").asString()).isEqualTo("Ask legal");
  }

  private void sized() {
    lead("{\"answer\": {\"budget_month\": 600, \"users\": 10, \"hosting\": \"managed\"}}");
  }

  private long number() {
    return served.get(PROJECT).at("/number").longValue();
  }

  private List<String> facts() {
    return served
        .get(PROJECT + "/history")
        .at("/facts")
        .valueStream()
        .map(fact -> fact.at("/fact/type").asString())
        .toList();
  }

  private static List<String> choices(Served.Answer answer) {
    return answer
        .at("/state/menu/choices")
        .valueStream()
        .map(choice -> choice.get("key").asString())
        .toList();
  }

  private Served.Answer lead(String json) {
    Served.Answer answer = send(json);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer;
  }

  private String refused(String json) {
    Served.Answer answer = send(json);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(409);
    return answer.at("/error/message").asString();
  }

  private Served.Answer send(String json) {
    return served.post(PROJECT + "/commands?wait=true", json, "X-Aiwf-Person", "lead");
  }
}
