package dev.aiwf.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.aiwf.testkit.TwoSteps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console as people have it: the whole program, and a real browser before it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleTest {

  private static final String SAMPLE = "/projects/sample-support-bot";
  private static final String HOSTILE =
      "<img src=x onerror=alert(1)><script>alert(2)</script> [go](javascript:alert(3)) \"'"
          + " onfocus=alert(4)";

  /** How the three ways through the workflow are answered; the rest is as it comes. */
  private static final Map<String, Map<String, String>> WAYS =
      Map.of(
          "rag-only",
          Map.of(
              "use_case", "knowledge-qa",
              "example_count", "0",
              "update_frequency", "weekly",
              "architecture", "rag-only"),
          "fine-tuning",
          Map.of(
              "use_case", "classification",
              "example_count", "20000",
              "update_frequency", "static",
              "citations", "not-needed",
              "architecture", "fine-tuning"),
          "hybrid",
          Map.of(
              "use_case", "conversational-agent",
              "example_count", "12000",
              "update_frequency", "weekly",
              "architecture", "hybrid"));

  private static final Map<String, String> TABLES =
      Map.of(
          "sources", "wiki | HTML | 600 pages | weekly | headings | clean",
          "success_criteria", "right answers | judged correct on the golden set | 85 %",
          "alert_contacts", "critical | lead | mail");

  private static final Map<String, String> SUPPORT_BOT =
      Map.of(
          "use_case", "knowledge-qa",
          "goal", "Customers find out what their invoice says without waiting for anybody.",
          "example_count", "300",
          "update_frequency", "daily",
          "citations", "required",
          "architecture", "rag-only",
          "sources", "help centre | HTML | 4,000 articles | daily | headings | clean");

  @TempDir private static Path folder;
  private static @Nullable Program running;
  private static @Nullable Chromium browser;
  private final Program program = program();
  private final Chromium chromium = chromium();

  @BeforeAll
  static void start() throws Exception {
    Program started =
        Program.start(
            Settings.from(
                Map.of(
                    "AIWF_DATA",
                    folder.resolve("data").toString(),
                    "AIWF_PORT",
                    "0",
                    "AIWF_PACKS",
                    Path.of("..").toAbsolutePath() + "," + TwoSteps.folder()),
                Map.of("aiwf.home", "..")),
            () -> {});
    running = started;
    browser = Chromium.before(started.address());
  }

  @AfterEach
  void closeWindows() {
    chromium.closeWindows();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (running != null) {
      running.close();
    }
  }

  private static Program program() {
    return Objects.requireNonNull(running);
  }

  private static Chromium chromium() {
    return Objects.requireNonNull(browser);
  }

  @Test
  void everyPageCanBeUsedByEverybody() {
    sampleIsThere();
    List<String> complaints = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      // What is dark is dark at any width; how things stand is the same in both themes.
      for (int width : scheme == ColorScheme.LIGHT ? List.of(1280, 360) : List.of(1280)) {
        Page page = chromium.window(width, 900, scheme);
        String file = artifact(page);
        String item = item(page);
        Map<String, String> pages =
            Map.ofEntries(
                entry("projects", "/"),
                entry("channel", SAMPLE),
                entry("decisions", SAMPLE + "/decisions"),
                entry("findings", SAMPLE + "/knowledge"),
                entry("artifacts", SAMPLE + "/artifacts"),
                entry("document", file),
                entry("why", file + "?line=12"),
                entry("history", SAMPLE + "/history"),
                entry("knowledge", "/items?q=chunking"),
                entry("item", item),
                entry("operations", "/operations"),
                entry("problem", "/nothing"));
        pages.forEach((name, path) -> {
          page.navigate(path);
          Chromium.shoot(page, "%s-%d-%s".formatted(name, width, scheme).toLowerCase(Locale.ROOT));
          complaints.addAll(Chromium.complaints(page));
        });
        page.context().close();
      }
    }
    assertThat(complaints).isEmpty();
  }

  private String artifact(Page page) {
    page.navigate(SAMPLE + "/artifacts");
    return page.getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName("architecture-decision.md"))
        .getAttribute("href");
  }

  private static String item(Page page) {
    page.navigate("/items?q=chunking");
    return page.locator(".finding-title a").first().getAttribute("href");
  }

  private void sampleIsThere() {
    Page page = chromium.window();
    page.navigate(SAMPLE);
    Locator made = page.locator(".phase.last.done");
    for (int i = 0; i < 60 && made.count() == 0; i++) {
      page.waitForTimeout(500);
      page.reload();
    }
    assertThat(made).isVisible();
    page.context().close();
  }

  /** The README's picture: a project on its way, before a decision; made where docs are written. */
  @Test
  void theReadmesPictureCanBeMade() {
    Page page = chromium.window(1280, 860, ColorScheme.LIGHT);
    begin(page, "support-bot", "AI engineering 1.0.0");
    new Clicker(page, SUPPORT_BOT).until("How are documents cut");
    Path picture =
        Boolean.getBoolean("aiwf.docs.write")
            ? Path.of("..", "docs", "images", "console.png")
            : Path.of("target", "screenshots", "readme.png");
    page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    assertThat(picture).isNotEmptyFile();
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void theSampleIsRemovedForGood() {
    sampleIsThere();
    Page page = chromium.window();
    page.navigate(SAMPLE);
    page.getByRole(AriaRole.BUTTON, named("Remove the sample")).click();
    assertThat(page.locator(".badge-sample")).hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rag-only", "fine-tuning", "hybrid"})
  void aWholeRunByClicking(String architecture) {
    Page page = chromium.window();
    begin(page, "by-clicking-" + architecture, "AI engineering 1.0.0", "quick");
    Map<String, String> answers = new HashMap<>(TABLES);
    answers.putAll(WAYS.getOrDefault(architecture, Map.of()));
    new Clicker(page, answers).toTheEnd();
    assertThat(page.locator(".pipeline .phase.done"))
        .hasCount(architecture.equals("rag-only") ? 5 : 6);
    page.navigate(page.url().replaceAll("#.*", "") + "/decisions");
    assertThat(page.locator("#architecture h3"))
        .hasText(Pattern.compile(architecture.replace('-', '.'), Pattern.CASE_INSENSITIVE));
  }

  @Test
  void byTheKeyboardAlone() {
    Page page = chromium.window();
    page.navigate("/");
    reach(page, "#name");
    page.keyboard().type("by-keys");
    page.keyboard().press("Tab");
    page.keyboard().type("Two steps");
    page.keyboard().press("Enter");
    reach(page, "section[aria-labelledby=start] button[type=submit]");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("by-keys");
    reach(page, "#now-goal");
    page.keyboard().type("Answer");
    page.keyboard().press("Control+Enter");
    reach(page, "#now input[name=use_case]");
    page.keyboard().press("Space");
    reach(page, "#now .fields button");
    page.keyboard().press("Enter");
    page.locator("#now-example_count").waitFor();
    page.keyboard().press("/");
    page.keyboard().type("/pro");
    assertThat(page.locator("#offers")).isVisible();
    page.keyboard().press("Enter");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#transcript")).containsText("to come");
    reach(page, "#now-example_count");
    page.keyboard().type("300");
    page.keyboard().press("Control+Enter");
    reach(page, "#now input[type=radio]");
    page.keyboard().press("Space");
    reach(page, "#now textarea");
    page.keyboard().type("Edited daily");
    page.keyboard().press("Control+Enter");
    page.locator("#now .menu").waitFor();
    page.keyboard().press("c");
    assertThat(page.locator(".phase.here .name")).hasText("Release");
    for (int ticked = 1; ticked <= 3; ticked++) {
      reach(page, "#now .unticked button");
      page.keyboard().press("Enter");
      assertThat(page.locator("#now .gate-forms .ticked")).hasCount(ticked);
    }
    reach(page, "#now .verdict > summary");
    page.keyboard().press("Enter");
    reach(page, "#now details[open] button[type=submit]");
    page.keyboard().press("Enter");
    assertThat(page.locator(".gate.passed")).isVisible();
    page.keyboard().press("c");
    assertThat(page.locator("#now")).containsText("The project is complete");
  }

  @Test
  void aPageOfAnotherNameForThisMachineIsTurnedAway() {
    Page page = chromium.window();
    page.navigate("http://" + Chromium.REBOUND + ":" + program.address().getPort() + "/");
    assertThat(page.locator("body")).containsText("does not answer to that name");
  }

  /** What comes by a proxy on this machine has a header that says so; nobody is known by it. */
  @Test
  void whoComesByAProxyOfThisMachineIsNobodyYet() {
    Page page = chromium.window();
    page.context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", "203.0.113.9"));
    page.navigate("/");
    assertThat(page.locator("body")).containsText("Sign in first");
    assertThat(page.locator("#name")).hasCount(0);
  }

  @Test
  void aFormOfAnotherSiteDoesNothing() {
    Page page = chromium.window();
    page.setContent(
        "<form method=post action='%s/projects'><input name=name value=stolen><button>Win</button></form>"
            .formatted(program.address()));
    page.locator("button").click();
    assertThat(page.locator("body")).containsText("a page of another site");
    page.navigate("/projects/stolen");
    assertThat(page.locator("body")).containsText("There is no project of that name");
  }

  @Test
  void theListOfProjectsFollowsByItself() {
    Page list = chromium.window();
    begin(list, "listed-one", "Two steps 1.0.0");
    list.navigate("/");
    Page other = chromium.window();
    begin(other, "listed-two", "Two steps 1.0.0");
    assertThat(list.locator(".card-link").getByText("listed-two")).isVisible();
  }

  @Test
  void twoWindowsShowTheSameAndCatchUp() {
    Page mine = chromium.window();
    Page theirs = chromium.window();
    begin(mine, "together", "Two steps 1.0.0");
    theirs.navigate("/projects/together");
    mine.locator("#say").fill("Answers **billing** questions");
    mine.keyboard().press("Control+Enter");
    assertThat(theirs.locator("#transcript .by-person strong")).hasText("billing");
    theirs.context().setOffline(true);
    mine.locator("#now").getByText("Answers from documents").click();
    record(mine);
    assertThat(theirs.locator("#connection")).containsText("Connection lost");
    theirs.context().setOffline(false);
    assertThat(theirs.locator("#now")).containsText("How many labelled examples");
    assertThat(theirs.locator("#connection")).isEmpty();
    assertThat(theirs.locator("#transcript article").count())
        .isEqualTo(mine.locator("#transcript article").count());
  }

  @Test
  void whatIsTypedIsNeverMarkup() {
    Page page = chromium.window();
    begin(page, "a <b onclick=alert(0)>bot</b>", "Two steps 1.0.0");
    page.locator("#say").fill(HOSTILE);
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#transcript")).containsText("<script>alert(2)</script>");
    page.locator("#now").getByText("Answers from documents").click();
    record(page);
    page.locator("#now-example_count").fill(HOSTILE);
    record(page);
    page.locator("#now-example_count").fill("1");
    record(page);
    page.locator("#now").getByText("Hybrid").last().click();
    page.locator("#now").getByLabel("Why?").fill(HOSTILE);
    page.locator("#now").getByRole(AriaRole.BUTTON, in("Decide")).click();
    for (String side : List.of("", "/decisions", "/history", "/artifacts")) {
      page.navigate(page.url().replaceAll("(/projects/[^/#?]+).*", "$1") + side);
      org.assertj.core.api.Assertions.assertThat(
              page.locator("main img, main script, main [onclick], main a[href^=javascript]")
                  .count())
          .isZero();
    }
    page.navigate("/?q=" + "%3Cscript%3Ealert(1)%3C/script%3E");
    assertThat(page.locator(".empty")).containsText("<script>");
  }

  private static void begin(Page page, String name, String workflow) {
    begin(page, name, workflow, "standard");
  }

  private static void begin(Page page, String name, String workflow, String depth) {
    page.navigate("/");
    page.getByLabel("Name").fill(name);
    page.getByLabel("Workflow").selectOption(workflow);
    page.locator("input[name=depth][value=" + depth + "]").check();
    page.getByRole(AriaRole.BUTTON, named("Start")).click();
    assertThat(page.locator("#now .field").first()).isVisible();
  }

  private static void record(Page page) {
    page.locator("#now").getByRole(AriaRole.BUTTON, in("Record")).click();
  }

  /** Goes on with the tabulator until it is there. */
  private static void reach(Page page, String selector) {
    page.locator(selector).first().waitFor();
    for (int i = 0; i < 120; i++) {
      if (Boolean.TRUE.equals(
          page.evaluate("wanted => document.activeElement.matches(wanted)", selector))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the keyboard does not lead to " + selector);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
