package dev.aiwf.web.pages;

import dev.aiwf.core.rules.OpenPoints;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.MenuChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The menu of the current step.
 *
 * @param id the menu's id
 * @param finishing what is asked back where somebody wants to finish
 * @param choices its choices
 * @param whyNot why some of them can't be pressed, each reason once
 */
public record MenuForms(
    String id, @Nullable String finishing, List<Choice> choices, List<String> whyNot) {

  static final MenuForms NONE = new MenuForms("", null, List.of(), List.of());

  public MenuForms {
    choices = List.copyOf(choices);
    whyNot = List.copyOf(whyNot);
  }

  static MenuForms of(Situation here) {
    return new MenuForms(
        here.visit().menu(),
        here.visit().leaving() ? finishing(here) : null,
        here.menu().stream().map(Choice::of).toList(),
        whyNot(here));
  }

  private static String finishing(Situation here) {
    int open = OpenPoints.of(here.workflow(), here.sidecar(), here.known()).count();
    return "Finish %s? Nothing in it changes after that, and %s."
        .formatted(
            here.sidecar().name(),
            open == 0 ? "nothing is open" : Words.are(open, "point") + " still open");
  }

  /** A step with nothing to go on with says so once, not for each way out. */
  private static List<String> whyNot(Situation here) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (Situation.Offer offer : here.menu()) {
      String why = offer.whyNot();
      if (why != null) {
        labels.computeIfAbsent(why, _ -> new ArrayList<>()).add(offer.choice().label());
      }
    }
    return labels.entrySet().stream()
        .map(each -> String.join(", ", each.getValue()) + ": " + each.getKey())
        .toList();
  }

  /** One button, and whether it leads away from here. */
  public record Choice(MenuChoice choice, boolean allowed, boolean leads) {

    private static Choice of(Situation.Offer offer) {
      boolean leads =
          switch (offer.choice()) {
            case CONTINUE, FINISH -> true;
            case REVIEW, ANALYSE, PROGRESS, DECISIONS, GATE, SUMMARY, EXPORT, EXIT, STAY -> false;
          };
      return new Choice(offer.choice(), offer.allowed(), leads);
    }
  }
}
