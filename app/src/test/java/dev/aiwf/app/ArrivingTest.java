package dev.aiwf.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.aiwf.testkit.model.Dialect;
import dev.aiwf.testkit.model.FakeModel;
import dev.aiwf.testkit.model.Play;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer appears in a real browser while the model is still writing it. */
class ArrivingTest {

  @TempDir private Path folder;
  private FakeModel model;
  private Program program;
  private Chromium chromium;
  private Caller lead;

  @BeforeEach
  void start() throws Exception {
    model = FakeModel.speaking(Dialect.OPENAI);
    program = Program.start(Trial.withKnowledge(folder, Trial.model(model)), () -> {});
    chromium = Chromium.before(program.address());
    lead = new Caller(program, "lead");
    lead.send("/api/projects", "{\"name\": \"support-bot\"}");
    lead.awaitBegun("support-bot");
  }

  @AfterEach
  void stop() {
    chromium.close();
    program.close();
    model.close();
    lead.close();
  }

  private Page asked(int width, CountDownLatch rest) throws Exception {
    model.then(
        Play.says("**RAG** fits, for ", "the facts ")
            .awaiting(rest)
            .saying("change every day.")
            .counting(900, 40));
    Page page = chromium.window(width, 900, ColorScheme.LIGHT);
    page.navigate("/projects/support-bot");
    lead.command("support-bot", "{\"say\": \"@aiwf What fits?\"}");
    return page;
  }

  private static Locator stop(Page page) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop").setExact(true));
  }

  @Test
  void whatHasArrivedIsSeenBeforeTheRestIsThere() throws Exception {
    CountDownLatch rest = new CountDownLatch(1);
    Page page = asked(360, rest);

    assertThat(page.getByText("RAG fits, for the facts")).isVisible();
    assertThat(stop(page)).isVisible();
    assertThat(Chromium.complaints(page)).isEmpty();
    Chromium.shoot(page, "arriving-360");

    rest.countDown();
    assertThat(page.getByText("RAG fits, for the facts change every day.")).isVisible();
    assertThat(stop(page)).isHidden();
    Chromium.shoot(page, "arrived-360");
  }

  @Test
  void whatWasSaidStaysWhenItIsStopped() throws Exception {
    CountDownLatch rest = new CountDownLatch(1);
    Page page = asked(1280, rest);
    assertThat(page.getByText("RAG fits, for the facts")).isVisible();
    Chromium.shoot(page, "arriving-1280");

    stop(page).click();
    assertThat(page.getByText("Stopped here.")).isVisible();
    assertThat(page.getByText("RAG fits, for the facts")).isVisible();
    assertThat(page.getByText("change every day")).isHidden();
    rest.countDown();
  }
}
