package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Artifacts.Change;
import dev.aiwf.core.port.Artifacts.Detail;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.testkit.TwoSteps;
import dev.aiwf.web.export.Export;
import dev.aiwf.web.operate.RemoteOperator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A project as a zip, made of what people wrote with the worst intentions. */
class ExportTest {

  private static final String HOSTILE = "<script>alert(1)</script>";
  private static final ProjectId PROJECT = new ProjectId("script-alert-1-script");

  private Served served;
  private Export export;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = new Served(folder);
    export = new Export(served.projects, served.shelf);
    assertThat(served.start(HOSTILE).status()).isEqualTo(201);
  }

  @AfterEach
  void end() {
    served.close();
  }

  private void filled() {
    act(
        "{\"answer\": {\"goal\": \"=HYPERLINK(\\\"http://x\\\")\", \"use_case\":"
            + " \"knowledge-qa\"}}");
    act(
        "{\"answer\": {\"example_count\": 300, \"architecture\": {\"choice\": \"rag-only\","
            + " \"rationale\": \"<script>alert(2)</script> </td>, \\\"quoted\\\"\\nnext\"}}}");
    act("{\"say\": \"progress\"}");
    served.shelf.put(
        "a/spec.md",
        """
        # Spec <script>alert(3)</script>

        [run](javascript:alert(4)) [log](../decision%20log.md#x) [config](config.yaml) [web](https://example.org/)

        <img src=x onerror=alert(5)>

        ![drawing](javascript:alert(6))

        | a | b |
        |---|---|
        | 1 | <script>alert(7)</script> |
        """);
    served.shelf.put("a/config.yaml", "a: 1\n");
    served.shelf.put("decision log.md", "# Log\n");
    served.shelf.put("../outside.md", "# Outside\n");
    served.shelf.put("C:x", "x");
    served.shelf.files.put("broken.md", new byte[] {(byte) 0xff});
    served.shelf.commits.add(
        new Detail(
            new Change("a".repeat(40), HOSTILE, HOSTILE, served.clock.instant(), null, null),
            HOSTILE,
            List.of(),
            "",
            false));
  }

  private void act(String json) {
    assertThat(served.act(PROJECT.value(), json).status()).isEqualTo(200);
  }

  @Test
  void everythingIsInItInTheSameOrderAndBytes() throws Exception {
    filled();
    byte[] zip = zip();
    assertThat(entries(zip).keySet())
        .containsExactly(
            "files/a/config.yaml",
            "files/a/spec.md",
            "pages/a/spec.md.html",
            "files/broken.md",
            "files/decision log.md",
            "pages/decision log.md.html",
            "audit/facts.csv",
            "audit/facts.json",
            "index.html");
    assertThat(zip()).isEqualTo(zip);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
      }
    }
  }

  @Test
  void nothingInItRuns() throws Exception {
    filled();
    entries(zip())
        .forEach((name, bytes) -> {
          if (name.endsWith(".html")) {
            Document page = Jsoup.parse(text(bytes));
            assertThat(page.select("script, iframe, object, embed, img[onerror], link")).isEmpty();
            assertThat(page.select("*"))
                .allSatisfy(element ->
                    assertThat(element.attributes())
                        .noneMatch(each -> each.getKey().startsWith("on")));
            assertThat(page.select("[href], [src]"))
                .noneMatch(e -> (e.attr("href") + e.attr("src")).contains("javascript"));
            assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
          }
        });
    assertThat(index().select("h1").text()).isEqualTo(HOSTILE);
    assertThat(index().text()).contains("<script>alert(2)</script>");
    assertThat(Jsoup.parse(text(entries(zip()).get("pages/a/spec.md.html"))).text())
        .contains("Spec <script>alert(3)</script>", "<img src=x onerror=alert(5)>");
  }

  @Test
  void everyLinkInItLeadsToSomethingInIt() throws Exception {
    filled();
    Map<String, byte[]> entries = entries(zip());
    int followed = 0;
    for (String name :
        List.of("index.html", "pages/a/spec.md.html", "pages/decision log.md.html")) {
      URI page = new URI("zip", "x", "/" + name, null);
      for (Element link : Jsoup.parse(text(entries.get(name))).select("a[href]")) {
        URI to = page.resolve(link.attr("href"));
        if (to.getScheme().equals("zip") && !link.attr("href").isEmpty()) {
          assertThat(entries).as(link.outerHtml()).containsKey(to.getPath().substring(1));
          followed++;
        }
      }
    }
    assertThat(followed).isGreaterThan(8);
  }

  @Test
  void theFirstPageListsFilesDecisionsAndHistory() throws Exception {
    filled();
    Document page = index();
    assertThat(page.select("ul").getFirst().text())
        .contains(
            "../outside.md: left out", "C:x: left out", "a/config.yaml , 5 bytes", "broken.md");
    assertThat(page.select("h3").text()).isEqualTo("arch-001: RAG only");
    assertThat(page.text())
        .contains(
            "By local (console:local, unverified)",
            "How many labelled examples are there? 300 examples",
            "Knowledge: get_decisions:rag-vs-fine-tuning.",
            "repository-opened");
    assertThat(page.select("table").getFirst().text()).contains("aaaaaaa", HOSTILE);
  }

  @Test
  void theAuditHasEveryFact() throws Exception {
    filled();
    Map<String, byte[]> entries = entries(zip());
    JsonNode facts = JsonMapper.shared().readTree(entries.get("audit/facts.json"));
    JsonNode history = served.get("/api/projects/" + PROJECT + "/history?limit=1000").at("/facts");
    assertThat(facts).isEqualTo(history);
    String csv = text(entries.get("audit/facts.csv"));
    assertThat(csv)
        .startsWith("number,time,person,kind,step,what\r\n1,2026-")
        .contains(
            ",aiwf (aiwf),repository-opened,,",
            ",local (console:local),answered,scoping,",
            "\"ask: goal; text: =HYPERLINK(\"\"http://x\"\"); via: typed\"",
            "choice: rag-only; rationale: <script>alert(2)</script>");
    assertThat(csv.lines().filter(line -> line.matches("\\d+,2026.*")).count())
        .isEqualTo(facts.size());
  }

  @Test
  void aCellThatLooksLikeAFormulaStaysText() throws Exception {
    Map<String, String> cells =
        Map.of(
            "=1+1", "'=1+1 (x:1)",
            "+1", "'+1 (x:1)",
            "-1, \"x\"", "\"'-1, \"\"x\"\" (x:1)\"",
            "@SUM(1)", "'@SUM(1) (x:1)",
            "\t=1", "'\t=1 (x:1)",
            " =1", "' =1 (x:1)",
            "plain", "plain (x:1)");
    int count = 0;
    for (Map.Entry<String, String> each : cells.entrySet()) {
      ProjectId project = new ProjectId("by-" + ++count);
      Person person = new Person(new PersonId("x:1"), each.getKey(), true);
      var _ =
          served.projects.accept(
              new Inbox.Envelope(
                  "x",
                  project.value(),
                  null,
                  project,
                  new Sender.Human(person, Set.of(), null),
                  new Action.Start(project.value(), TwoSteps.REF, null, null, Depth.STANDARD)));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(export.write(project, out)).isTrue();
      assertThat(text(entries(out.toByteArray()).get("audit/facts.csv")))
          .contains("Z," + each.getValue() + ",started,");
    }
  }

  @Test
  void aProjectThatHasNothingYetIsExportedToo() throws Exception {
    served.projects.leaveRepositoriesClosed();
    assertThat(served.start("empty").status()).isEqualTo(201);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(export.write(new ProjectId("empty"), out)).isTrue();
    assertThat(text(entries(out.toByteArray()).get("index.html")))
        .contains("Nothing has been committed yet.", "Nothing has been decided yet.");
    ByteArrayOutputStream none = new ByteArrayOutputStream();
    assertThat(export.write(new ProjectId("none"), none)).isFalse();
    assertThat(none.size()).isZero();
  }

  @Test
  void theOperatorGetsTheSameFromARunningProgram() throws Exception {
    filled();
    try (RemoteOperator operator = new RemoteOperator(served.at("/"), served.tokens)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(operator.write(PROJECT, out)).isTrue();
      assertThat(out.toByteArray()).isEqualTo(zip());
      assertThat(operator.write(new ProjectId("none"), OutputStream.nullOutputStream())).isFalse();
      served.shelf.breaks("The disk is away.");
      assertThatThrownBy(() -> operator.write(PROJECT, OutputStream.nullOutputStream()))
          .isInstanceOf(NotEver.class)
          .hasMessage("The disk is away.");
    }
  }

  @Test
  void anExportThatBreaksOffCantBeTakenForAWholeOne() throws Exception {
    filled();
    served.shelf.breaksAfter(2, "The disk is away.");
    try (RemoteOperator operator = new RemoteOperator(served.at("/"), served.tokens)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        var _ = operator.write(PROJECT, out);
      } catch (IOException | NotEver e) {
        assertThat(e).hasMessageNotContaining("null");
      }
      assertThat(text(out.toByteArray())).doesNotContain("PK\u0005\u0006");
    }
  }

  @Test
  void nobodyElseGetsIt() {
    URI at = served.at("/api/operate/export?id=" + PROJECT);
    assertThat(served.send(HttpRequest.newBuilder(at).build()).statusCode()).isEqualTo(401);
    assertThat(
            served
                .send(
                    HttpRequest.newBuilder(at)
                        .header("Authorization", "Bearer " + served.tokens.token("lead"))
                        .build())
                .statusCode())
        .isEqualTo(403);
  }

  private byte[] zip() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(export.write(PROJECT, out)).isTrue();
    return out.toByteArray();
  }

  private Document index() throws Exception {
    return Jsoup.parse(text(entries(zip()).get("index.html")));
  }

  private static String text(byte @Nullable [] bytes) {
    return new String(Objects.requireNonNull(bytes), StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }
}
