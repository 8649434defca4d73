package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Value;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside the questions on a project's page, without scripts. */
class PagesWeighedTest {

  private static final String PAGE = "/projects/support-bot";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = new Served(folder);
    served.post(
        "/api/projects",
        "{\"name\": \"support-bot\", \"workflow\": \"weighed\", \"brief\": \"<b>600</b> a"
            + " month\"}");
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void whatIsKnownAlreadyStandsBesideWhatIsAsked() {
    Browser browser = new Browser(served, PAGE);
    assertThat(browser.text("#now .brief")).contains("What is known already", "<b>600</b> a month");

    browser.go(openingOf(browser, "Give another brief…"));
    assertThat(browser.text("#now h3")).isEqualTo("Brief");
    assertThat(browser.page().select("#now .brief")).isEmpty();
    String before = sidecar().remarks().brief();
    browser.fill("#now", "Keep", Map.of("reason", "700 a month"));
    assertThat(sidecar().remarks().brief()).isNotEqualTo(before);
  }

  @Test
  void theDepthIsChangedAndAWordSaidWithOneClick() {
    Browser browser = new Browser(served, PAGE);
    browser.press("#now .more", "Go to quick depth");
    assertThat(sidecar().depth()).isEqualTo(Depth.QUICK);
    assertThat(browser.text(".standing-title")).contains("quick depth");

    browser.press("#now .words", "people");
    assertThat(browser.text("#transcript")).contains("Good enough? 1 signature");
  }

  @Test
  void whatContradictsStandsUntilAnAnswerIsChanged() {
    sized(12_000, "managed");
    Browser browser = new Browser(served, PAGE);
    assertThat(browser.text("#now .warning")).contains("does not reach", "36,000 EUR", "600 EUR");
    assertThat(browser.text("#now .warning")).doesNotContain("Acknowledge");

    browser.go(openingOf(browser, "Change budget month…"));
    assertThat(browser.text("#now h3")).contains("Revise");
    browser.fill("#now", "Revise", Map.of("budget_month", "600"));
    assertThat(browser.status()).isEqualTo(422);
    assertThat(browser.text("#now-budget_month-error")).contains("what stands there now");
    browser.fill("#now", "Revise", Map.of("budget_month", "a lot"));
    assertThat(browser.page().expectFirst("#now-budget_month").attr("value")).isEqualTo("a lot");
    browser.go(openingOf(browser, "Change hosting…"));
    browser.fill("#now", "Revise", Map.of("hosting", "own", "reason", "cheaper"));
    assertThat(sidecar().answers().value("hosting"))
        .isEqualTo(new Value.Decision("own", "cheaper"));
  }

  @Test
  void aRiskIsAcknowledged() {
    sized(10, "own");
    Browser browser = new Browser(served, PAGE);
    browser.go(openingOf(browser, "Acknowledge…"));
    browser.fill("#now", "Acknowledge", Map.of("reason", "a rota"));

    assertThat(sidecar().remarks().met()).containsKey("nobody-on-call");
    assertThat(browser.page().select("#now .pending")).isEmpty();
    assertThat(new Browser(served, PAGE + "?_form=acknowledge&_warning=nothing").status())
        .isEqualTo(200);
  }

  @Test
  void aMethodIsNamedAboveItsQuestions() {
    sized(10, "managed");
    Browser browser = new Browser(served, PAGE);
    browser.press("#now .menu", "Analyse");
    Element link =
        browser.page().select("#transcript a.button").stream()
            .filter(each -> each.text().equals("Pre-mortem…"))
            .findFirst()
            .orElseThrow();
    browser.go(link.attr("href").replaceAll("#.*", ""));
    assertThat(browser.text("#now h3")).isEqualTo("Pre-mortem");
    assertThat(browser.text("#now .help")).contains("a year later", "cheapest thing");
    browser.fill("#now", "Keep", Map.of("reason", "The rota was missing"));
    assertThat(sidecar().remarks().notesOn("hosting")).hasSize(1);
  }

  @Test
  void aGateSaysWhoMustSignItAsItHoldsHere() {
    served.act(
        "support-bot",
        "{\"policy\": {\"step\": \"evaluation\", \"approvals\": 2, \"roles\": [\"owner\"],"
            + " \"initiator_counts\": true}, \"reason\": \"an audit\"}");
    sized(10, "managed");
    served.act("support-bot", "{\"choose\": \"continue\", \"menu\": \"m1\"}");
    Browser browser = new Browser(served, PAGE);

    assertThat(browser.text("#now .gate")).contains("0 of 2 signatures", "by an owner.");
    assertThat(browser.text("#now .menu .note"))
        .isEqualTo("Continue, Exit: The gate is not signed yet.");
  }

  @Test
  void anExitIsAskedBackAndConditionsAreMet() {
    sized(10, "managed");
    served.act("support-bot", "{\"choose\": \"continue\", \"menu\": \"m1\"}");
    served.act("support-bot", "{\"sign\": \"conditional\", \"conditions\": \"Ask legal & co\"}");
    Browser browser = new Browser(served, PAGE);
    browser.press("#now .menu", "Exit");
    assertThat(browser.text("#now .finishing")).contains("Finish support-bot?", "1 point is");
    browser.press("#now .menu", "Not yet");
    assertThat(browser.page().select("#now .finishing")).isEmpty();

    browser.go(openingOf(browser, "Met…"));
    assertThat(browser.text("#now .help")).contains("Ask legal & co");
    browser.fill("#now", "Met", Map.of("reason", "mail of May 2"));
    assertThat(sidecar().gate("evaluation").met()).containsKey("Ask legal & co");
    browser.press("#now .menu", "Exit");
    assertThat(browser.text("#now .finishing")).contains("nothing is open");
    browser.press("#now .menu", "Finish");
    assertThat(browser.text("#now")).contains("complete");
    assertThat(browser.page().select("#now .words button")).isNotEmpty();
    assertThat(browser.text("#now .more")).doesNotContain("Go to");
  }

  private void sized(int users, String hosting) {
    served.act(
        "support-bot",
        "{\"answer\": {\"budget_month\": 600, \"users\": %d, \"hosting\": \"%s\"}}"
            .formatted(users, hosting));
  }

  private static String openingOf(Browser browser, String label) {
    return browser.page().select("#now a.button").stream()
        .filter(link -> link.text().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is not in " + browser.text("#now")))
        .attr("href")
        .replaceAll("#.*", "");
  }

  private Sidecar sidecar() {
    return served.projects.find(new ProjectId("support-bot")).orElseThrow().sidecar();
  }
}
