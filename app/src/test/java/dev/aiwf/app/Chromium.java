package dev.aiwf.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.aiwf.testkit.Patience;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's own Chromium, led by a program. */
final class Chromium implements AutoCloseable {

  private static final String FITS =
      "document.documentElement.scrollWidth <= document.documentElement.clientWidth";

  /** A foreign name that leads to this machine, as somebody's name server could say. */
  static final String REBOUND = "rebound.example";

  private static final double LONG_ENOUGH = (double) Patience.LONG_ENOUGH.toMillis();

  private static final Path SHOTS = Path.of("target", "screenshots");

  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  private final Playwright playwright;
  private final Browser browser;
  private final URI address;

  private Chromium(Path executable, URI address) {
    // It would otherwise fetch browsers of its own.
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--host-resolver-rules=MAP " + REBOUND + " 127.0.0.1")));
    this.address = address;
    PlaywrightAssertions.setDefaultAssertionTimeout(LONG_ENOUGH);
  }

  /** Opens it before a program; a test is left out, and says so, where there is none. */
  static Chromium before(URI address) {
    Optional<Path> found = PLACES.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(
        found.isPresent(),
        "Left out: there is no chromium on this machine. With Debian: apt-get install chromium.");
    return new Chromium(found.orElseThrow(), address);
  }

  /** A window of somebody's own. */
  Page window(int width, int height, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setViewportSize(width, height)
                .setColorScheme(scheme));
    context.setDefaultTimeout(LONG_ENOUGH);
    Page page = context.newPage();
    // Markup that somebody typed and that runs would open one of these.
    page.onDialog(dialog -> {
      throw new AssertionError("something ran: " + dialog.message());
    });
    return page;
  }

  Page window() {
    return window(1280, 900, ColorScheme.LIGHT);
  }

  /** What rules of accessibility a page breaks, and whether it is wider than its window. */
  static List<String> complaints(Page page) {
    Stream<String> broken =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .flatMap(rule ->
                    rule.getNodes().stream()
                        .limit(2)
                        .map(node ->
                            "%s: %s %s"
                                .formatted(
                                    rule.getId(), node.getHtml(), node.getFailureSummary())));
    Stream<String> wide =
        Stream.of("it has to be scrolled sideways")
            .filter(_ -> Boolean.FALSE.equals(page.evaluate(FITS)));
    return Stream.concat(broken, wide).map(what -> page.url() + " " + what).toList();
  }

  /** Closes all windows, so that the next test finds none. */
  void closeWindows() {
    browser.contexts().forEach(BrowserContext::close);
  }

  static void shoot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
