package dev.aiwf.app;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Leads a project to its end by clicking: answers what is asked in its own way or the first that is
 * offered, leaves open what may be left, signs and goes on.
 */
final class Clicker {

  private static final int MOST = 150;
  private static final String SUMMARY = "#now .gate-forms details.verdict > summary";

  private final AtomicInteger loaded = new AtomicInteger();
  private final Page page;
  private final Map<String, String> answers;

  /**
   * In the page of a project that has begun.
   *
   * @param answers what is answered, by the name of the ask
   */
  Clicker(Page page, Map<String, String> answers) {
    this.page = page;
    this.answers = answers;
    page.onDOMContentLoaded(_ -> loaded.incrementAndGet());
  }

  /** Clicks until the project is complete. */
  void toTheEnd() {
    for (int i = 0; i < MOST; i++) {
      if (page.locator("#now").innerText().contains("The project is complete")) {
        return;
      }
      step();
      if (page.locator("#now .error, #now [role=alert]").count() > 0) {
        throw new AssertionError("It went wrong: " + page.locator("#now").innerText());
      }
    }
    throw new AssertionError("It never ends: " + page.locator("#now").innerText());
  }

  /** Clicks until that is asked. */
  void until(String asked) {
    for (int i = 0; i < MOST; i++) {
      if (page.locator("#now > form.fields:has-text('" + asked + "')").count() > 0) {
        return;
      }
      step();
    }
    throw new AssertionError("It is never asked: " + page.locator("#now").innerText());
  }

  private void step() {
    Locator form = page.locator("#now > form.fields");
    if (form.count() > 0) {
      answer(form);
    } else if (page.locator("#now .gate-forms .unticked button").count() > 0) {
      goes(page.locator("#now .gate-forms .unticked button").first());
    } else if (page.locator(SUMMARY).count() > 0) {
      page.locator(SUMMARY).first().click();
      goes(page.locator("#now details[open] button[type=submit]"));
    } else if (button("Continue").count() > 0 && button("Continue").isEnabled()) {
      goes(button("Continue"));
    } else if (button("Finish").count() > 0) {
      goes(button("Finish"));
    } else {
      goes(button("Exit"));
    }
  }

  private Locator button(String name) {
    return page.locator("#now .menu button:has-text('" + name + "')").first();
  }

  private void answer(Locator form) {
    Locator leave =
        page.locator("#now")
            .getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Leave it open").setExact(true));
    boolean known =
        form.locator("input:not([type=hidden]), textarea").all().stream()
            .anyMatch(field -> answers.containsKey(field.getAttribute("name")));
    if (!known && leave.count() > 0) {
      goes(leave);
      return;
    }
    form.locator("fieldset").all().forEach(this::choose);
    form.locator("input[type=text], textarea").all().forEach(this::fill);
    goes(form.locator("button[type=submit]"));
  }

  private void choose(Locator options) {
    String field = options.locator("input").first().getAttribute("name");
    // A decision's options stand in a field of their own, and which one it is beside it.
    String ask =
        field.equals("_option")
            ? options.locator("xpath=ancestor::form").locator("input[name=_ask]").inputValue()
            : field;
    Locator wanted = options.locator("input[value='" + answers.getOrDefault(ask, "") + "']");
    if (wanted.count() > 0) {
      wanted.check();
    } else if (options.locator("input:checked").count() == 0) {
      options.locator("input").first().check();
    }
  }

  private void fill(Locator field) {
    boolean number = "decimal".equals(field.getAttribute("inputmode"));
    String answer = answers.getOrDefault(field.getAttribute("name"), number ? "10" : "As usual");
    if (field.inputValue().isEmpty() || answers.containsKey(field.getAttribute("name"))) {
      field.fill(answer);
    }
  }

  /** A click that leads to the page as it stands then. */
  private void goes(Locator button) {
    int before = loaded.get();
    button.click();
    page.waitForCondition(() -> loaded.get() > before);
  }
}
