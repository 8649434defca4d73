package dev.aiwf.web.pages;

import dev.aiwf.core.project.Action;
import java.util.Map;

/** What a form that was sent asks for. */
sealed interface Meant {

  /** This. */
  record Clear(Action.ByPerson action) implements Meant {}

  /** These fields are wrong, each with a sentence. */
  record Wrong(Map<String, String> errors) implements Meant {
    public Wrong {
      errors = Map.copyOf(errors);
    }
  }

  /** Nothing any more, and this is why. */
  record Gone(String why) implements Meant {}
}
