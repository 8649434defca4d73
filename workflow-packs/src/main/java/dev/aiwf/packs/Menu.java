package dev.aiwf.packs;

import dev.aiwf.core.workflow.MenuChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what stands at the end of a step. */
final class Menu {

  private Menu() {}

  /** The choices; none where a step has no menu. */
  static List<MenuChoice> read(Source source, Fields step) {
    List<MenuChoice> menu = new ArrayList<>();
    boolean known = true;
    for (Tree.Scalar word : step.words("menu")) {
      Optional<MenuChoice> choice =
          MenuChoice.offered().stream().filter(one -> one.key().equals(word.text())).findFirst();
      if (choice.isEmpty()) {
        known = false;
        source.problem(
            word.line(),
            "No menu offers \"%s\"; it can offer: %s."
                .formatted(
                    word.text(),
                    MenuChoice.offered().stream()
                        .map(MenuChoice::key)
                        .collect(Collectors.joining(", "))));
      } else if (menu.contains(choice.get())) {
        source.problem(word.line(), "\"%s\" is on this menu already.".formatted(word.text()));
      } else {
        menu.add(choice.get());
      }
    }
    boolean leadsOn = menu.contains(MenuChoice.CONTINUE) || menu.contains(MenuChoice.EXIT);
    if (step.has("menu") && known && !leadsOn) {
      source.problem(step.line("menu"), "Nothing on this menu leads on: add continue or exit.");
    }
    return menu;
  }
}
