package dev.aiwf.app;

import dev.aiwf.architect.ArchitectSettings;
import dev.aiwf.architect.ArchitectSettings.Model;
import dev.aiwf.architect.LangchainArchitect;
import dev.aiwf.core.port.Architect.Answer;
import dev.aiwf.core.port.Architect.Call;
import dev.aiwf.core.port.Architect.Limits;
import dev.aiwf.core.port.Architect.Line;
import dev.aiwf.core.port.Architect.Listener;
import dev.aiwf.core.port.Architect.Result;
import dev.aiwf.core.port.Architect.Silent;
import dev.aiwf.core.port.Architect.Spent;
import dev.aiwf.core.port.Architect.Talk;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says a word to each model that is set, and hears one. */
final class ModelCheck {

  /** Models that think first use up a part of what they may write. */
  private static final Talk WORD =
      new Talk(
          "You are being tested. Answer with the one word: ready.",
          List.of(new Line.Told("Are you there?")),
          List.of(),
          new Limits(0, 1_000, 1_000, 5_000));

  private ModelCheck() {}

  static List<Finding> of(Settings settings) {
    if (settings.architect().isEmpty()) {
      return List.of(
          Finding.off("model", "none is set, so the guide leads", "docs/model.md says how."));
    }
    ArchitectSettings set = settings.architect().get();
    List<Finding> found = new ArrayList<>();
    found.add(spokenWith("model", set, set.first()));
    set.second().ifPresent(second -> found.add(spokenWith("fallback", set, second)));
    return found;
  }

  private static Finding spokenWith(String check, ArchitectSettings set, Model model) {
    ArchitectSettings alone = new ArchitectSettings(model, Optional.empty(), set.patience());
    long begun = System.nanoTime();
    try (LangchainArchitect architect =
        LangchainArchitect.connect(alone, Clock.systemUTC(), new SecureRandom())) {
      Answer answer = architect.talk(WORD, new Nobody());
      double seconds = (System.nanoTime() - begun) / 1e9;
      return Finding.good(check, answered(answer.spent(), seconds));
    } catch (Silent e) {
      return Finding.bad(check, String.valueOf(e.getMessage()), "docs/model.md says what to do.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.bad(check, "interrupted", "Ask again.");
    }
  }

  private static String answered(Spent spent, double seconds) {
    String cost =
        spent.cost() == null
            ? "what that cost is not known, for no price is set"
            : "$" + spent.cost().stripTrailingZeros().toPlainString();
    return String.format(
        Locale.ROOT,
        "%s answered in %.1f s; %d tokens read, %d written, %s",
        spent.model(),
        seconds,
        spent.read(),
        spent.written(),
        cost);
  }

  /** Has nothing to do with what is said. */
  private static final class Nobody implements Listener {
    @Override
    public void hear(String soFar) {
      // A word is not worth showing half of it.
    }

    @Override
    public Result call(Call call) {
      return new Result("There is no such tool.", true);
    }

    @Override
    public boolean stopped() {
      return false;
    }
  }
}
