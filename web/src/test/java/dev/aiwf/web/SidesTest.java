package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sides of a project beside its channel, the list of projects, and the operator's page. */
class SidesTest {

  private static final String PAGE = "/projects/support-bot";
  private static final String SHA = "a1b9c3e5d7f90b1c3e5d7f90b1c3e5d7f90b1c3e";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = new Served(folder);
    served.start("support-bot");
    served.act(
        "support-bot",
        """
        {"answer": {"goal": "Answer <b>questions</b>", "use_case": "knowledge-qa", "example_count": 300,
          "architecture": {"choice": "rag-only", "rationale": "Edited *daily*"}}}
        """);
  }

  @AfterEach
  void end() {
    served.close();
  }

  private void committed() {
    served.act("support-bot", "{\"choose\": \"continue\", \"menu\": \"m1\"}");
    served.projects.accept(
        new Inbox.Envelope(
            "effect",
            "1",
            null,
            new ProjectId("support-bot"),
            new Sender.Effect(1),
            new Action.Published("scoping", SHA, List.of("decision.md"))));
    served.shelf.put("decision.md", "# RAG only\n\n<b>no</b> **yes**\n");
    served.shelf.put("phase-0-scoping/notes.txt", "a < b\n");
    served.shelf.commits.add(
        new Artifacts.Detail(
            new Artifacts.Change(SHA, "Complete Scoping", "lead", Desk.AT, "scoping", 1L),
            "Complete Scoping\n\nStep: scoping",
            List.of("decision.md"),
            "--- a/decision.md\n+++ b/decision.md\n@@ -0,0 +1 @@\n+# RAG <only>\n-gone",
            false));
  }

  @Test
  void aDecisionStandsWithItsReasonsAndTheWayToAnother() {
    Browser browser = new Browser(served, PAGE + "/decisions");
    assertThat(browser.text(".decision"))
        .contains("RAG only", "Edited daily", "local (unverified)", "Fine-tuning", "300");
    assertThat(browser.page().select(".decision em").text()).isEqualTo("daily");
    assertThat(browser.text("main")).contains("Answer <b>questions</b>");

    String again = browser.page().select(".decision a:contains(Decide anew)").attr("href");
    browser.go(again.replaceAll("#.*", ""));
    browser.fill("#now", "Revise", Map.of("architecture", "hybrid", "reason", "both count"));
    assertThat(browser.go(PAGE + "/decisions").text(".decision h3")).isEqualTo("Hybrid");
  }

  @Test
  void filesAreDocumentsAndLinesAndLeadToWhatIsBehindThem() {
    committed();
    Browser browser = new Browser(served, PAGE + "/artifacts");
    assertThat(browser.page().select("#phase-0 + .tree a").text()).isEqualTo("notes.txt");
    assertThat(browser.text(".commits")).contains("Complete Scoping");

    browser.go(browser.page().select(".tree a:contains(decision.md)").attr("href"));
    assertThat(browser.page().select(".prose strong").text()).isEqualTo("yes");
    assertThat(browser.page().select(".prose b")).isEmpty();
    browser.go(browser.page().select("a:contains(Lines)").attr("href"));
    assertThat(browser.page().select(".source li")).hasSize(3);
    browser.go(browser.page().select(".at-line").getFirst().attr("href").replaceAll("#.*", ""));
    assertThat(browser.text("#why")).contains("Why line 1?", "Complete Scoping", "RAG only");
    assertThat(browser.go(PAGE + "/artifacts/nothing.md").status()).isEqualTo(404);
  }

  @Test
  void aCommitShowsWhatItChanged() {
    committed();
    Browser browser = new Browser(served, PAGE + "/commits/" + SHA);
    assertThat(browser.text(".diff .plus")).isEqualTo("+# RAG <only>");
    assertThat(browser.text(".diff .minus")).isEqualTo("-gone");
    assertThat(browser.go(PAGE + "/commits/nothing").status()).isEqualTo(404);
  }

  @Test
  void aRepositoryThatCanNotBeReadIsSaid() {
    committed();
    served.shelf.breaks("The disk is away.");
    Browser browser = new Browser(served, PAGE + "/artifacts");
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.text(".notice")).contains("The disk is away.");
    assertThat(browser.go(PAGE + "/artifacts/decision.md").status()).isEqualTo(409);
  }

  @Test
  void historyTellsWhatHappenedTheLatestFirst() {
    committed();
    Browser browser = new Browser(served, PAGE + "/history");
    List<String> events = browser.page().select(".event").eachText();
    assertThat(events.getFirst()).contains("aiwf", "committed a1b9c3e: 1 file");
    assertThat(events.getLast()).contains("local", "started support-bot at standard depth");
    assertThat(browser.text(".timeline")).contains("answered: Which architecture? → RAG only");
    assertThat(browser.go(PAGE + "/history?only=decisions").page().select(".event").eachText())
        .singleElement()
        .asString()
        .contains("Which architecture? → RAG only")
        .doesNotContain("labelled");
    assertThat(browser.go(PAGE + "/history?only=commits").page().select(".event")).hasSize(1);
    assertThat(browser.go(PAGE + "/history?only=gate").text(".timeline")).contains("Nothing of");
    assertThat(browser.go(PAGE + "/history?before=2").page().select(".event")).hasSize(1);
  }

  @Test
  void projectsAreFoundAndNarrowedDown() {
    served.post("/api/projects", "{\"name\": \"theirs\"}", "X-Aiwf-Person", "ada");
    Browser browser = new Browser(served, "/?show=mine");
    assertThat(browser.page().select(".card-link").eachText()).containsExactly("support-bot");
    assertThat(browser.go("/?q=THEIR").page().select(".card-link").eachText())
        .containsExactly("theirs");
    assertThat(browser.go("/?show=finished").text(".empty")).contains("No project here is like");
    assertThat(browser.go("/?q=%3Cb%3E").text(".empty strong")).isEqualTo("<b>");
  }

  @Test
  void aProjectBeginsInTheRepositoryThatIsNamed() {
    Browser browser = new Browser(served, "/");
    browser.fill(
        "section", "Start", Map.of("name", "linked", "repository", " https://git.example/a/b "));
    assertThat(
            served
                .projects
                .find(new ProjectId("linked"))
                .orElseThrow()
                .sidecar()
                .repository()
                .linked())
        .isEqualTo("https://git.example/a/b");
  }

  @Test
  void whatWasGivenUpIsTriedAgainOrDropped() {
    Browser browser = new Browser(served, "/operations");
    assertThat(browser.text(".logged")).contains("error The <disk> is full.", "support-bot");
    assertThat(browser.text("main")).contains("publish", "It said no.", "given up");
    browser.press("main", "Try again");
    assertThat(browser.text(".notice")).contains("tried again");
    browser.press("main", "Drop");
    assertThat(served.desk.done).containsExactly("retry 7", "drop 7");
  }

  @Test
  void onlyWhoeverIsAtTheMachineDrops() {
    String token = served.tokens.redeem(served.tokens.code("ada")).orElseThrow();
    HttpRequest drop =
        HttpRequest.newBuilder(served.at("/operations/effects/7/drop"))
            .header("Cookie", "aiwf_session=" + token)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(served.send(drop).statusCode()).isEqualTo(403);
    assertThat(served.desk.done).isEmpty();
  }

  @Test
  void aProjectThatIsNotTheSampleIsNotRemoved() {
    HttpRequest remove =
        HttpRequest.newBuilder(served.at(PAGE + "/remove"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(served.send(remove).statusCode()).isEqualTo(403);
    assertThat(served.desk.done).isEmpty();
  }

  @Test
  void aWordThatShowsSomethingMayBeginWithASlash() {
    Browser browser = new Browser(served, PAGE);
    browser.fill(".say", "Send", Map.of("say", "/people"));
    assertThat(browser.text("#transcript")).contains("signature");
  }

  @Test
  void thePictureCanBeFetched() {
    assertThat(served.get("/api/projects/support-bot/picture.svg").response().body())
        .contains("<title>support-bot. Scoping:");
    assertThat(served.get("/api/projects/support-bot/picture.png").response().body())
        .startsWith("\ufffdPNG");
    assertThat(served.get("/api/projects/nothing/picture.png").status()).isEqualTo(404);
  }

  @Test
  void onlyTheLatestMessagesComeWithThePage() {
    for (int i = 0; i < 40; i++) {
      served.act("support-bot", "{\"say\": \"people\"}");
    }
    Browser browser = new Browser(served, PAGE);
    assertThat(browser.page().select("#transcript article")).hasSize(60);
    browser.go(browser.page().select("#earlier a").attr("href"));
    assertThat(browser.page().select("#transcript article").size()).isGreaterThan(80);
    assertThat(browser.page().select("#earlier")).isEmpty();
  }
}
