package dev.aiwf.web.api;

import dev.aiwf.core.rules.Situation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands at the end of the current step. */
record MenuView(String id, List<Choice> choices) {

  static MenuView of(Situation here) {
    return new MenuView(here.visit().menu(), here.menu().stream().map(Choice::of).toList());
  }

  /** One button of it. */
  record Choice(String key, String letter, String label, boolean allowed, @Nullable String whyNot) {

    private static Choice of(Situation.Offer offer) {
      return new Choice(
          offer.choice().key(),
          offer.choice().letter(),
          offer.choice().label(),
          offer.allowed(),
          offer.whyNot());
    }
  }
}
