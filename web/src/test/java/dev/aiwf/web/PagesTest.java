package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say when something is wrong, and what they never let through. */
class PagesTest {

  private static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(1)>\" onfocus=\"alert(1)' `${7*7}` &amp;";

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
  void aWrongFieldIsToldBesideItAndNothingIsTypedTwice() {
    Browser browser = new Browser(served, "/");
    browser.fill("section", "Start", Map.of("name", "!!!", "brief", "mine", "depth", "quick"));

    assertThat(browser.status()).isEqualTo(422);
    Element name = browser.page().expectFirst("#name");
    assertThat(name.attr("aria-invalid")).isEqualTo("true");
    assertThat(name.attr("value")).isEqualTo("!!!");
    assertThat(name.attr("aria-describedby")).contains("name-error");
    assertThat(browser.text("#name-error")).contains("letter or a digit");
    assertThat(browser.text("#brief")).isEqualTo("mine");
    assertThat(browser.page().expectFirst("input[value=quick]").hasAttr("checked")).isTrue();
  }

  @Test
  void aWrongAnswerIsToldBesideItsField() {
    served.start("support-bot");
    served.act("support-bot", "{\"answer\": {\"goal\": \"a\", \"use_case\": \"assistant\"}}");
    Browser browser = new Browser(served, "/projects/support-bot");
    browser.fill("#now", "Record", Map.of("example_count", "many"));

    assertThat(browser.status()).isEqualTo(422);
    assertThat(browser.page().expectFirst("#now-example_count").attr("value")).isEqualTo("many");
    assertThat(browser.text("#now-example_count-error")).contains("no number");
    browser.fill("#now", "Record", Map.of("example_count", "300"));
    browser.fill("#now", "Decide", Map.of("reason", "typed already"));
    assertThat(browser.status()).isEqualTo(422);
    assertThat(browser.text("#now fieldset .error")).contains("Choose one");
    assertThat(browser.text("#now-reason")).isEqualTo("typed already");
    browser.fill(".say", "Send", Map.of("say", " "));
    assertThat(browser.status()).isEqualTo(422);
    assertThat(browser.text("#say-error")).isNotEmpty();
  }

  @Test
  void whatIsNotAskedAnyMoreIsSaid() {
    served.start("support-bot");
    Browser early = new Browser(served, "/projects/support-bot");
    served.act("support-bot", "{\"stop\": true}");

    early.fill("#now", "Record", Map.of("goal", "too late"));
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.text(".notice")).contains("stopped");
  }

  @Test
  void whatCanNotBeTakenIsToldAndKept() {
    served.start("support-bot");
    Browser other = new Browser(served, "/");
    other.fill(".me-panel", "Change", Map.of("name", "mallory"));
    String tooLong = "hello".repeat(2_001);
    other.go("/projects/support-bot").fill(".say", "Send", Map.of("say", tooLong));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.page().select("#say").text()).isEqualTo(tooLong);
  }

  @Test
  void textStaysTextInEveryField() {
    Browser browser = new Browser(served, "/");
    browser.fill("section", "Start", Map.of("name", "!!!", "brief", HOSTILE));
    assertHarmless(browser);
    browser.fill("section", "Start", Map.of("name", "a <b>bot</b>", "brief", HOSTILE));
    assertHarmless(browser);
    assertThat(browser.text("h1")).isEqualTo("a <b>bot</b>");
    assertThat(browser.text("#transcript")).contains("<script>alert(1)</script>");
    browser.fill(".say", "Send", Map.of("say", HOSTILE));
    browser.fill("#now", "Record", Map.of("use_case", HOSTILE));
    assertHarmless(browser);
    browser.press("#transcript", "Assistant in a conversation");
    browser.fill("#now", "Record", Map.of("example_count", HOSTILE));
    assertThat(browser.page().expectFirst("#now-example_count").attr("value")).isEqualTo(HOSTILE);
    assertHarmless(browser);
    browser.fill("#now", "Record", Map.of("example_count", "1"));
    browser.fill("#now", "Decide", Map.of("_option", "hybrid", "reason", HOSTILE));
    browser.press("#now .menu", "Decisions");
    browser.press("#now .menu", "Continue");
    browser.fill("#now .gate", "CONDITIONAL", Map.of("conditions", HOSTILE, "reason", HOSTILE));
    assertHarmless(browser);
    assertThat(browser.go("/").text(".card-link")).isEqualTo("a <b>bot</b>");
    assertHarmless(browser);
  }

  /** No element that nobody here wrote, and no attribute that acts by itself. */
  private static void assertHarmless(Browser browser) {
    assertThat(browser.status()).isLessThan(500);
    assertThat(browser.page().select("img, b, script:not([src]), style, iframe")).isEmpty();
    for (Element element : browser.page().getAllElements()) {
      element
          .attributes()
          .forEach(attribute -> assertThat(attribute.getKey()).doesNotStartWith("on"));
      assertThat(element.attr("href").toLowerCase(Locale.ROOT)).doesNotContain("javascript:");
      assertThat(element.hasAttr("style")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/projects/support-bot",
        "/projects/support-bot/decisions",
        "/projects/support-bot/history",
        "/projects/support-bot/artifacts",
        "/operations",
        "/me",
        "/projects/nothing",
        "/nothing",
        "/signin"
      })
  void everyPageIsFencedIn(String path) {
    served.start("support-bot");
    Browser browser = new Browser(served, path);

    assertThat(header(browser, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .contains("base-uri 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(header(browser, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(browser, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(browser, "Content-Type")).startsWith("text/html");
    assertThat(browser.response().headers().firstValue("Server")).isEmpty();
  }

  private static String header(Browser browser, String name) {
    return browser.response().headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/projects/support-bot",
        "/projects/support-bot?form=all",
        "/projects/support-bot/decisions",
        "/projects/support-bot/artifacts",
        "/projects/support-bot/history",
        "/operations",
        "/me",
        "/signin"
      })
  void everyPageCanBeReadWithoutSeeingIt(String path) {
    served.start("support-bot");
    Browser browser = new Browser(served, path);

    assertThat(browser.page().expectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(browser.page().select("h1")).hasSize(1);
    assertThat(browser.page().select("main")).hasSize(1);
    assertThat(browser.page().title()).isNotBlank();
    List<String> ids = browser.page().select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
    for (Element field : browser.page().select("input:not([type=hidden]), textarea, select")) {
      boolean labelled =
          field.closest("label") != null
              || !browser.page().select("label[for=" + field.id() + "]").isEmpty();
      assertThat(labelled).as(field.outerHtml()).isTrue();
    }
    for (String described :
        browser.page().select("[aria-describedby]").eachAttr("aria-describedby")) {
      assertThat(ids).containsAll(List.of(described.split(" ", -1)));
    }
    assertThat(browser.page().select("[aria-labelledby]").eachAttr("aria-labelledby"))
        .allMatch(ids::contains);
  }

  @Test
  void aPageThatIsNotThereSaysSoKindly() {
    Browser browser = new Browser(served, "/nothing");

    assertThat(browser.status()).isEqualTo(404);
    assertThat(browser.text("h1")).isEqualTo("Not found");
    assertThat(browser.page().select("main a[href=/]")).isNotEmpty();
    assertThat(browser.go("/projects/nothing").status()).isEqualTo(404);
    assertThat(browser.go("/assets/nothing.css").status()).isEqualTo(404);
  }

  @Test
  void stylesAndScriptsAreKeptForGoodUnderTheirOwnAddress() {
    Browser browser = new Browser(served, "/");
    List<String> addresses =
        List.of(
            browser.page().expectFirst("link[rel=stylesheet]").attr("href"),
            browser.page().expectFirst("script").attr("src"),
            browser.page().expectFirst("link[rel=icon]").attr("href"));

    for (String address : addresses) {
      HttpResponse<String> file = served.send(HttpRequest.newBuilder(served.at(address)).build());
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
      assertThat(file.headers().firstValue("Content-Type").orElse(""))
          .matches(Pattern.compile("(text/css|text/javascript|image/svg).*"));
    }
  }

  @Test
  void aSignInLinkIsGoodOnceAndSurvivesBeingLookedAt() {
    String link = "/signin?code=" + served.tokens.code("ada");
    Browser preview = new Browser(served, link);
    assertThat(preview.text("main")).contains("signs you in as ada");
    Browser browser = new Browser(served, link);
    browser.press("main", "Sign in as ada");

    assertThat(browser.path()).isEqualTo("/");
    assertThat(browser.text(".me summary")).isEqualTo("You are ada");
    assertThat(new Browser(served, link).status()).isEqualTo(403);
    preview.press("main", "Sign in as ada");
    assertThat(preview.status()).isEqualTo(403);
    browser.press(".me-panel", "Sign out");
    assertThat(browser.text(".me summary")).isEqualTo("You are local (unverified)");
  }

  @Test
  void theSessionsCookieIsOutOfReach() {
    String code = served.tokens.code("ada");
    HttpRequest redeem =
        HttpRequest.newBuilder(served.at("/signin"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Forwarded-Proto", "https")
            .POST(HttpRequest.BodyPublishers.ofString("code=" + code))
            .build();

    HttpResponse<String> response = served.send(redeem);

    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("aiwf_session=")
        .contains("HttpOnly", "SameSite=Strict", "Secure", "Path=/");
  }

  @Test
  void fromElsewhereAPageAsksWhoYouAre() {
    HttpRequest request =
        HttpRequest.newBuilder(served.at("/")).header("X-Forwarded-For", "1.2.3.4").build();

    HttpResponse<String> response = served.send(request);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).contains("Sign in first");
  }

  @Test
  void aFormFromAnotherSiteChangesNothing() {
    HttpRequest request =
        HttpRequest.newBuilder(served.at("/projects"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", "https://evil.example")
            .POST(HttpRequest.BodyPublishers.ofString("name=a"))
            .build();

    assertThat(served.send(request).statusCode()).isEqualTo(403);
    assertThat(served.projects.list()).isEmpty();
  }

  @Test
  void thePartThatChangesCanBeHadAlone() {
    served.start("support-bot");
    Browser browser = new Browser(served, "/projects/support-bot/live");

    assertThat(browser.page().select("#standing, #transcript, #now")).hasSize(3);
    assertThat(browser.page().select("main")).isEmpty();
  }

  @Test
  void aNameLeadsBackToOurOwnPagesOnly() {
    HttpRequest request =
        HttpRequest.newBuilder(served.at("/name"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("name=ada&back=//evil.example/"))
            .build();

    assertThat(served.send(request).headers().firstValue("Location").orElse(""))
        .doesNotContain("evil");
  }
}
