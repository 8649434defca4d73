package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Artifacts.Change;
import dev.aiwf.core.port.Artifacts.Detail;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the repository, over the API: files, commits, and why they say what they say. */
class RepositoryReadTest {

  private static final String SHA = "a1b9c3e".repeat(6).substring(0, 40);
  private static final String FILE = "phase-0-scoping/architecture-decision.md";
  private static final String AT = "/api/projects/support-bot";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = new Served(folder);
  }

  @AfterEach
  void end() {
    served.close();
  }

  private void scoped() {
    served.post("/api/projects", "{\"name\": \"support-bot\"}", "X-Aiwf-Person", "lead");
    lead("{\"say\": \"Answer support questions\"}");
    lead("{\"answer\": {\"use_case\": \"knowledge-qa\", \"example_count\": 300}}");
    lead(
        "{\"answer\": {\"architecture\": {\"choice\": \"rag-only\", \"rationale\": \"edited"
            + " daily\"}}}");
  }

  /** Its first step is complete and committed. */
  private void committed() {
    scoped();
    lead("{\"choose\": \"continue\", \"menu\": \"m1\"}");
    served.clock.tick(Duration.ofSeconds(1));
    served.projects.report(
        new ProjectId("support-bot"), new Action.Published("scoping", SHA, List.of(FILE)));
    served.shelf.put(FILE, "# arch-001: RAG only\n\n**Goal:** Answer\n\n## Why\n\nedited daily\n");
    served.shelf.put("by-hand.md", "# Mine\n");
    served.shelf.commits.add(
        new Detail(
            new Change("b".repeat(40), "Add a file", "Ada", served.clock.instant(), null, null),
            "Add a file\n",
            List.of("by-hand.md"),
            "diff --git a/x b/x\n",
            false));
    served.shelf.commits.add(
        new Detail(
            new Change(
                SHA,
                "support-bot: complete Scoping",
                "lead",
                served.clock.instant(),
                "scoping",
                12L),
            "support-bot: complete Scoping\n\nAiwf-Step: scoping\n",
            List.of(FILE),
            "diff --git a/y b/y\n",
            true));
  }

  @Test
  void filesAreListedWithTheStepThatWroteThem() {
    committed();
    Served.Answer files = served.get(AT + "/artifacts");
    assertThat(files.at("/artifacts/0/path").asString()).isEqualTo("by-hand.md");
    assertThat(files.at("/artifacts/0/step").isNull()).isTrue();
    assertThat(files.at("/artifacts/1/path").asString()).isEqualTo(FILE);
    assertThat(files.at("/artifacts/1/step").asString()).isEqualTo("scoping");
    assertThat(files.at("/artifacts/0/bytes").intValue()).isEqualTo(7);
  }

  @Test
  void aFileIsTextThatNothingTakesForAPage() {
    committed();
    served.shelf.put("a \"b\"ö.html", "<script>alert(1)</script>");
    Served.Answer file =
        served.get(AT + "/artifacts/a%20%22b%22%C3%B6.html", "Accept", "text/html");
    assertThat(file.response().body()).isEqualTo("<script>alert(1)</script>");
    HttpHeaders headers = file.response().headers();
    assertThat(headers.firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValue("default-src 'none'; sandbox");
    assertThat(headers.firstValue("Content-Disposition"))
        .hasValue("inline; filename=\"a__b__.html\"; filename*=UTF-8''a%20%22b%22%C3%B6.html");
  }

  @Test
  void aProgramGetsAFileAsJson() {
    committed();
    Served.Answer file = served.get(AT + "/artifacts/" + FILE, "Accept", "application/json");
    assertThat(file.at("/path").asString()).isEqualTo(FILE);
    assertThat(file.at("/text").asString()).startsWith("# arch-001");
    assertThat(file.at("/step").asString()).isEqualTo("scoping");
  }

  @Test
  void whatIsNoTextIsRefused() {
    committed();
    served.shelf.files.put("image.png", new byte[] {(byte) 0xff, 0});
    Served.Answer file = served.get(AT + "/artifacts/image.png");
    assertThat(file.error()).isEqualTo("refused");
    assertThat(file.at("/error/message").asString()).isEqualTo("The file is no text in UTF-8.");
    assertThat(served.get(AT + "/artifacts/aux.md").error()).isEqualTo("invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "../other/sidecar.yaml",
        "a/../../other/sidecar.yaml",
        "%2e%2e/other/sidecar.yaml",
        "..%2fother%2fsidecar.yaml",
        "..%5cother",
        "a%5cb",
        "%2fetc/passwd",
        "/etc/passwd",
        "a//b",
        ".git/config",
        "a/.GIT/config",
        "a%0ab",
        "a%7fb",
        "./a",
        "aiwf/other/sidecar.yaml",
        "%252e%252e/other/sidecar.yaml"
      })
  void nothingOutsideTheFolderIsRead(String path) {
    committed();
    served.post("/api/projects", "{\"name\": \"other\"}", "X-Aiwf-Person", "lead");
    int status =
        served
            .send(HttpRequest.newBuilder(served.at(AT + "/artifacts/" + path)).build())
            .statusCode();
    assertThat(status).as(path).isIn(404, 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%00b", "..;/other", "%c0%ae%c0%ae/other", "%zz"})
  void whatIsNoAddressComesNoFurtherThanTheServerUnderneath(String path) throws Exception {
    committed();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket
          .getOutputStream()
          .write(
              "GET %s/artifacts/%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .formatted(AT, path)
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 4");
    }
  }

  @Test
  void commitsAreListedTheLatestFirst() {
    committed();
    Served.Answer commits = served.get(AT + "/commits");
    assertThat(commits.at("/commits/0/author").asString()).isEqualTo("Ada");
    assertThat(commits.at("/commits/0/step").isNull()).isTrue();
    assertThat(commits.at("/commits/1/effect").intValue()).isEqualTo(12);
    assertThat(served.get(AT + "/commits?limit=1").at("/commits").size()).isEqualTo(1);
    for (String odd : List.of("0", "501", "-1", "x", "99999999999")) {
      assertThat(served.get(AT + "/commits?limit=" + odd).error()).isEqualTo("malformed");
    }
  }

  @Test
  void aCommitSaysWhatItChanged() {
    committed();
    Served.Answer commit = served.get(AT + "/commits/" + SHA);
    assertThat(commit.at("/title").asString()).isEqualTo("support-bot: complete Scoping");
    assertThat(commit.at("/message").asString()).contains("Aiwf-Step: scoping");
    assertThat(commit.at("/files/0").asString()).isEqualTo(FILE);
    assertThat(commit.at("/diff").asString()).startsWith("diff --git");
    assertThat(commit.at("/cut").booleanValue()).isTrue();
    assertThat(served.get(AT + "/commits/" + "c".repeat(40)).error()).isEqualTo("not_found");
    assertThat(served.get(AT + "/commits/HEAD").error()).isEqualTo("not_found");
  }

  @Test
  void aDecisionSaysWhy() {
    committed();
    lead("{\"check\": {\"goal-agreed\": true, \"data-allowed\": true, \"way-back\": true}}");
    lead("{\"sign\": \"go\", \"reason\": \"all is ticked\"}");
    Served.Answer why = served.get(AT + "/why?of=arch-001");
    assertThat(why.at("/line").isNull()).isTrue();
    assertThat(why.at("/chains").size()).isEqualTo(1);
    assertThat(why.at("/chains/0/choice").asString()).isEqualTo("rag-only");
    assertThat(why.at("/chains/0/text").asString()).isEqualTo("RAG only");
    assertThat(why.at("/chains/0/rationale").asString()).isEqualTo("edited daily");
    assertThat(why.at("/chains/0/by/name").asString()).isEqualTo("lead");
    assertThat(why.at("/chains/0/by/verified").booleanValue()).isFalse();
    assertThat(why.at("/chains/0/message/key").asString()).isEqualTo("ask:1:architecture");
    assertThat(why.at("/chains/0/rests_on/1/value").intValue()).isEqualTo(300);
    assertThat(why.at("/chains/0/knowledge/0").asString())
        .isEqualTo("get_decisions:rag-vs-fine-tuning");
    assertThat(why.at("/chains/0/approvals/0/verdict").asString()).isEqualTo("go");
    assertThat(why.at("/chains/0/approvals/0/signatures/0/reason").asString())
        .isEqualTo("all is ticked");
    assertThat(why.at("/chains/0/commits/0/sha").asString()).isEqualTo(SHA);
    assertThat(why.at("/chains/0/commits/0/title").asString())
        .isEqualTo("support-bot: complete Scoping");

    Served.Answer typed = served.get(AT + "/why?of=goal");
    assertThat(typed.at("/chains/0/message/text").asString()).isEqualTo("Answer support questions");
    assertThat(typed.at("/chains/0/message/by").asString()).isEqualTo("console:lead");
    assertThat(typed.at("/chains/0/rationale").isNull()).isTrue();
  }

  @Test
  void aLineSaysWhy() {
    committed();
    Served.Answer why = served.get(AT + "/why?of=" + FILE + ":7");
    assertThat(why.at("/line/text").asString()).isEqualTo("edited daily");
    assertThat(why.at("/line/heading").asString()).isEqualTo("## Why");
    assertThat(why.at("/line/commit/sha").asString()).isEqualTo(SHA);
    assertThat(why.at("/chains/0/number").asString()).isEqualTo("arch-001");

    Served.Answer mine = served.get(AT + "/why?of=by-hand.md:1");
    assertThat(mine.at("/line/commit/author").asString()).isEqualTo("Ada");
    assertThat(mine.at("/chains").isEmpty()).isTrue();
  }

  @Test
  void whatIsNotThereHasNoWhy() {
    committed();
    assertThat(served.get(AT + "/why").error()).isEqualTo("invalid");
    assertThat(served.get(AT + "/why?of=arch-999").error()).isEqualTo("not_found");
    assertThat(served.get(AT + "/why?of=" + FILE + ":99").error()).isEqualTo("not_found");
    assertThat(served.get(AT + "/why?of=" + FILE + ":0").error()).isEqualTo("not_found");
    assertThat(served.get(AT + "/why?of=none.md:1").error()).isEqualTo("not_found");
    assertThat(served.get(AT + "/why?of=..%2Fother%2Fx.md:1").error()).isEqualTo("invalid");
    assertThat(served.get(AT + "/why?of=a%0Ab:1").error()).isEqualTo("not_found");
    assertThat(served.get(AT + "/why?of=" + "x".repeat(1001)).error()).isEqualTo("invalid");
  }

  @Test
  void aProjectWithoutAPlaceHasNothingThere() {
    served.projects.leaveRepositoriesClosed();
    served.post("/api/projects", "{\"name\": \"support-bot\"}", "X-Aiwf-Person", "lead");
    served.shelf.put(FILE, "not this project's");
    assertThat(served.get(AT + "/artifacts").at("/artifacts").isEmpty()).isTrue();
    assertThat(served.get(AT + "/commits").at("/commits").isEmpty()).isTrue();
    assertThat(served.get(AT + "/artifacts/" + FILE).error()).isEqualTo("not_found");
    assertThat(served.get(AT + "/commits/" + SHA).error()).isEqualTo("not_found");
    assertThat(served.get(AT + "/why?of=" + FILE + ":1").error()).isEqualTo("not_found");
  }

  @Test
  void aRepositoryThatCantBeReadIsSaidToBeSo() {
    committed();
    served.shelf.breaks("The disk is away.");
    for (String path : List.of("/artifacts", "/artifacts/x.md", "/commits", "/commits/" + SHA)) {
      Served.Answer answer = served.get(AT + path);
      assertThat(answer.error()).isEqualTo("refused");
      assertThat(answer.at("/error/message").asString()).isEqualTo("The disk is away.");
    }
    assertThat(served.get(AT + "/why?of=x.md:1").error()).isEqualTo("refused");
  }

  @Test
  void strangersReadNothing() {
    committed();
    for (String path :
        List.of(
            "/artifacts", "/artifacts/" + FILE, "/commits", "/commits/" + SHA, "/why?of=goal")) {
      assertThat(served.get(AT + path, "Host", "aiwf.example").status()).isEqualTo(401);
      assertThat(served.get("/api/projects/none" + path).status()).isEqualTo(404);
    }
  }

  private void lead(String json) {
    Served.Answer answer = served.post(AT + "/commands?wait=true", json, "X-Aiwf-Person", "lead");
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
  }
}
