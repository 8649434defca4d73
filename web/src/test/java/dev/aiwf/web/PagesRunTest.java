package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.ProjectId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run by the page's forms, without scripts. */
class PagesRunTest {

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
  void fromTheEmptyHouseToTheLastSignature() {
    Browser browser = new Browser(served, "/");
    assertThat(browser.text(".empty")).contains("There is no project yet");
    browser.fill(".me-panel", "Change", Map.of("name", "Lead"));
    assertThat(browser.text(".me summary")).isEqualTo("You are lead (unverified)");

    browser.fill("section", "Start", Map.of("name", "Support Bot", "brief", "answers customers"));
    assertThat(browser.path()).isEqualTo("/projects/support-bot");
    assertThat(browser.text("h1")).isEqualTo("Support Bot");
    assertThat(browser.text("#transcript")).contains("answers customers", "Scoping");
    assertThat(browser.text(".phase.here .name")).contains("Scoping");

    browser.fill("#now", "Record", Map.of("goal", "Answer support questions"));
    assertThat(browser.text("#transcript")).contains("✔ What should it do for whom?");
    browser.press("#transcript", "Answers from documents");
    browser.fill(".say", "Send", Map.of("say", "a few hundred"));
    assertThat(browser.text("#transcript")).contains("I found no number in \"a few hundred\"");
    browser.fill("#now", "Record", Map.of("example_count", "300"));
    assertThat(browser.text(".taking")).contains("RAG only", "looked up, not learned");
    browser.fill("#now", "Decide", Map.of("_option", "rag-only", "reason", "edited daily"));
    assertThat(decisionOf("support-bot")).contains("choice=rag-only", "rationale=edited daily");

    browser.press("#now .menu", "Progress");
    browser.press("#now .menu", "Continue");
    assertThat(browser.text(".phase.here .name")).contains("Release");
    assertThat(browser.text("#now .gate")).contains("Ready to build?", "GO needs");
    for (int i = 0; i < 3; i++) {
      browser.press("#now .gate", "Tick");
    }
    browser.fill("#now .gate", "GO", Map.of("reason", "all of it holds"));
    assertThat(browser.page().select("#now .gate")).isEmpty();
    browser.press("#now .menu", "Continue");

    assertThat(browser.text("#now")).contains("complete");
    assertThat(browser.text("#transcript")).contains("is complete.");
    assertThat(browser.page().select("#transcript button")).isEmpty();
    assertThat(browser.go("/").text(".badge")).isEqualTo("complete");
  }

  @Test
  void allOpenQuestionsAreOneFormToo() {
    served.start("support-bot");
    Browser browser = new Browser(served, "/projects/support-bot?form=all");
    assertThat(browser.page().select("#now .field")).hasSize(4);

    browser.fill(
        "#now",
        "Record",
        Map.of("goal", "Answer", "use_case", "assistant", "architecture", "hybrid"));
    assertThat(browser.text("#transcript")).contains("Recorded 3 answers");
    browser.press("#now", "Leave it open");
    browser.press("#now", "Undo the last answer");
    assertThat(browser.text("#now")).contains("How many labelled examples");
  }

  @Test
  void aButtonThatOpensAFormLeadsToIt() {
    served.start("support-bot");
    served.act(
        "support-bot",
        "{\"answer\": {\"goal\": \"a\", \"use_case\": \"assistant\", \"example_count\": 1}}");
    Browser browser = new Browser(served, "/projects/support-bot");
    String hybrid =
        browser.page().select("#transcript a.button").stream()
            .filter(link -> link.text().equals("Hybrid"))
            .findFirst()
            .orElseThrow()
            .attr("href");

    browser.go(hybrid.replaceAll("#.*", ""));
    assertThat(browser.page().select("#now input[value=hybrid]").hasAttr("checked")).isTrue();
    browser.fill("#now", "Decide", Map.of("reason", "both count"));
    assertThat(decisionOf("support-bot")).contains("choice=hybrid", "rationale=both count");
  }

  @Test
  void aNoGoAsksForItsReasonAndKeepsWhatWasTyped() {
    served.start("support-bot");
    served.act(
        "support-bot",
        "{\"answer\": {\"goal\": \"a\", \"use_case\": \"assistant\", \"example_count\": 1,"
            + " \"architecture\": \"hybrid\"}}");
    served.act("support-bot", "{\"choose\": \"continue\", \"menu\": \"m1\"}");
    Browser browser = new Browser(served, "/projects/support-bot");

    browser.fill("#now .gate", "CONDITIONAL", Map.of("reason", "nearly"));
    assertThat(browser.status()).isEqualTo(422);
    assertThat(browser.text("details[open] .error")).contains("at least one condition");
    assertThat(browser.page().select("#sign-conditional-reason").text()).isEqualTo("nearly");
    browser.fill("#now .gate", "NO-GO", Map.of("reason", "unclear", "return_to", "scoping"));
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.text(".phase.here .name")).contains("Scoping");
  }

  @Test
  void aStoppedProjectGoesOn() {
    served.start("support-bot");
    served.act("support-bot", "{\"stop\": true}");
    Browser browser = new Browser(served, "/projects/support-bot");

    assertThat(browser.text("#now")).contains("was stopped");
    browser.press("#now", "Go on");
    assertThat(browser.page().select("#now .field")).isNotEmpty();
  }

  @Test
  void sendingAFormTwiceIsOneCommand() {
    served.start("support-bot");
    Browser browser = new Browser(served, "/projects/support-bot");
    FormElement say = browser.formOf(".say", "Send");

    browser.send(say, Map.of("say", "help"));
    int facts = facts();
    browser.send(say, Map.of("say", "help"));
    assertThat(browser.status()).isEqualTo(200);
    assertThat(facts()).isEqualTo(facts);
    browser.send(say, Map.of("say", "something else"));
    assertThat(browser.status()).isEqualTo(409);
    assertThat(browser.text(".notice")).contains("sent before");
    assertThat(browser.page().select("#say").text()).isEqualTo("something else");
    assertThat(facts()).isEqualTo(facts);
    browser.press(".say", "Send");
    assertThat(browser.status()).isEqualTo(200);
    assertThat(facts()).isGreaterThan(facts);
  }

  @Test
  void answeringTwiceWithOneFormIsOneAnswer() {
    served.start("support-bot");
    Browser browser = new Browser(served, "/projects/support-bot");
    FormElement answer = browser.formOf("#now", "Record");

    browser.send(answer, Map.of("goal", "Answer"));
    int facts = facts();
    browser.send(answer, Map.of("goal", "Answer"));
    assertThat(browser.status()).isEqualTo(200);
    assertThat(facts()).isEqualTo(facts);
  }

  @Test
  void whatSomebodyAnsweredMeanwhileIsNotOverwritten() {
    served.start("support-bot");
    Browser browser = new Browser(served, "/projects/support-bot");
    FormElement late = browser.formOf("#now", "Record");
    served.act("support-bot", "{\"answer\": {\"goal\": \"theirs\"}}");

    browser.send(late, Map.of("goal", "mine"));
    assertThat(browser.status()).isEqualTo(422);
    assertThat(browser.text("#now")).contains("theirs");
    assertThat(served.get("/api/projects/support-bot").at("/asks/0/value").asString())
        .isEqualTo("theirs");
  }

  @Test
  void aProjectIsStartedOnceHoweverOftenItsFormIsSent() {
    Browser browser = new Browser(served, "/");
    FormElement start = browser.formOf("section", "Start");
    Map<String, String> values = Map.of("name", "support-bot");

    browser.send(start, values);
    browser.send(start, values);
    assertThat(served.projects.list()).hasSize(1);
    assertThat(facts()).isEqualTo(4);
  }

  private int facts() {
    return served.projects.facts(new ProjectId("support-bot"), 0, 1_000).size();
  }

  private String decisionOf(String project) {
    return List.of(served.get("/api/projects/" + project).at("/sidecar/decisions/0"))
        .toString()
        .replace("\":\"", "=")
        .replace("\"", "");
  }
}
