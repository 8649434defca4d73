package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.workflow.Consult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the knowledge base has and what it said in projects, on pages. */
class KnowledgePagesTest {

  private static final String PAGE = "/projects/support-bot";
  private static final Finding DECISION =
      new Finding(
          "rag-vs-fine-tuning",
          Finding.Kind.DECISION,
          "Fine-tune or <look> up?",
          "Look up what changes.",
          "A survey, section 2",
          "https://example.org/survey",
          "bundled",
          0.9);
  private static final Finding WARNING =
      new Finding(
          "names-come-back",
          Finding.Kind.WARNING,
          "Names in chunks come back",
          "Personal data returns in answers.",
          "A guide",
          "javascript:alert(1)",
          "bundled",
          0.3);

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = new Served(folder);
    served.reference.put(
        new Knowledge.Item(
            DECISION,
            List.of("rag"),
            List.of(
                new Knowledge.Section("Recommended", List.of("Look it up.")),
                new Knowledge.Section("Options", List.of("RAG", "Fine-tuning <b>")))));
    served.reference.put(new Knowledge.Item(WARNING, List.of("rag"), List.of()));
  }

  @AfterEach
  void end() {
    served.close();
  }

  private void consulted() {
    served.start("support-bot");
    served.projects.report(
        new ProjectId("support-bot"),
        new Action.Consulted(
            "scoping",
            List.of(
                new Findings.Came(
                    new Consult("get_decisions", "RAG vs fine-tuning"), List.of(DECISION)),
                new Findings.Came(new Consult("get_warnings", "personal data"), List.of(WARNING)),
                new Findings.Came(new Consult("get_patterns", "gossip"), List.of())),
            null,
            List.of()));
    served.act(
        "support-bot",
        """
        {"answer": {"goal": "Answer", "use_case": "knowledge-qa", "example_count": 300,
          "architecture": {"choice": "rag-only", "rationale": "Edited daily"}}}
        """);
  }

  @Test
  void somethingIsLookedUpInPeoplesOwnWordsAndNarrowedDown() {
    Browser browser = new Browser(served, "/items?q=look+Names");
    assertThat(browser.page().select(".findings .finding-title a").eachText())
        .containsExactly("Fine-tune or <look> up?", "Names in chunks come back");
    assertThat(browser.text(".findings li:first-child"))
        .contains("Decision", "fits very well", "A survey, section 2", "bundled");
    assertThat(browser.page().select("main a[href^=javascript]")).isEmpty();
    browser.go(browser.page().select(".filter:contains(Warnings)").attr("href"));
    assertThat(browser.page().select(".findings .finding-title a").eachText())
        .containsExactly("Names in chunks come back");
    assertThat(browser.go("/items?q=%3Cnothing%3E").text(".empty")).contains("<nothing>");
  }

  @Test
  void aTopicShowsItsBestOfEachKind() {
    assertThat(new Browser(served, "/items?topic=rag").page().select(".finding")).hasSize(2);
  }

  @Test
  void wordsAreLookedUpWithinATopicThatStaysChosen() {
    Browser browser = new Browser(served, "/items?topic=rag&q=Names+come");
    assertThat(browser.page().select("form.lookup input[name=topic]").val()).isEqualTo("rag");
    assertThat(browser.page().select(".findings .finding-title a").eachText())
        .contains("Names in chunks come back");
    assertThat(browser.page().select(".filter:contains(Warnings)").attr("href"))
        .isEqualTo("/items?q=Names+come&topic=rag&kind=warning");
    assertThat(new Browser(served, "/items?q=names").page().select("input[name=topic]")).isEmpty();
  }

  @Test
  void anItemIsAPageThatSaysWhereItMatters() {
    consulted();
    Browser browser = new Browser(served, "/items/rag-vs-fine-tuning");
    assertThat(browser.text("h1")).isEqualTo("Fine-tune or <look> up?");
    assertThat(browser.text(".item")).contains("Recommended Look it up.", "Fine-tuning <b>");
    assertThat(browser.page().select(".item-source a").attr("href"))
        .isEqualTo("https://example.org/survey");
    assertThat(browser.text(".uses")).contains("arch-001 RAG only rests on it", "in Scoping");
    browser.go(
        browser.page().select(".uses a:contains(RAG only)").attr("href").replaceAll("#.*", ""));
    assertThat(browser.page().select(".decision .finding-title a").attr("href"))
        .isEqualTo("/items/rag-vs-fine-tuning");
    assertThat(browser.go("/items/nothing").status()).isEqualTo(404);
  }

  @Test
  void aProjectTellsWhatItAskedWhatItFoundAndWhatIsMissing() {
    consulted();
    Browser browser = new Browser(served, PAGE + "/knowledge");
    assertThat(browser.text(".question")).contains("RAG vs fine-tuning decisions", "Fine-tune or");
    assertThat(browser.text("#gaps + ul")).isEqualTo("gossip");
    assertThat(browser.text("#warnings + ul")).contains("Nobody has said yet");

    browser.go(browser.page().select("a:contains(Say how)").attr("href").replaceAll("#.*", ""));
    browser.fill("#now", "Acknowledge", Map.of("reason", "Mask names"));
    assertThat(browser.go(PAGE + "/knowledge").text(".met")).contains("“Mask names” local");
    assertThat(browser.go("/items/names-come-back").text(".uses")).contains("Mask names");
  }

  @Test
  void whereNoneIsConnectedThePageSaysSo() {
    consulted();
    served.reference.takenAway();
    Browser browser = new Browser(served, "/items");
    assertThat(browser.text(".empty")).contains("No knowledge base is connected");
    assertThat(browser.go("/items/names-come-back").text("main"))
        .contains("No knowledge base is connected now", "Personal data returns");
  }

  @Test
  void anOutageIsSaidAndWhatProjectsKeepIsStillThere() {
    consulted();
    served.reference.falls("The knowledge base gives no answer now.");
    Browser browser = new Browser(served, "/items?q=look");
    assertThat(browser.text("[role=alert]")).contains("gives no answer now");
    assertThat(browser.go("/items/names-come-back").text("main"))
        .contains("gives no answer now", "Personal data returns", "came back in Scoping");
  }
}
