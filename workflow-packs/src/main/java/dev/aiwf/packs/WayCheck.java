package dev.aiwf.packs;

import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Method;
import java.util.List;
import java.util.stream.Stream;

/** Each step leads to the next, and what its menu offers is there. */
final class WayCheck {

  private WayCheck() {}

  static void check(StepFiles files, List<Method> methods) {
    List<StepFile> steps = files.inOrder();
    for (StepFile step : steps) {
      boolean last = step.equals(steps.getLast());
      if (step.fields().has("menu")) {
        checkLeadsOn(step, last);
      } else {
        checkPassing(step, last);
      }
    }
    if (files.resume() != null) {
      checkResume(files.resume());
    }
    files.all().forEach(step -> checkOffered(step, methods));
  }

  private static void checkLeadsOn(StepFile step, boolean last) {
    if (!last
        && step.menu().contains(MenuChoice.EXIT)
        && !step.menu().contains(MenuChoice.CONTINUE)) {
      problem(step, "menu", "Nobody gets past this menu to the steps behind it: add continue.");
    }
  }

  private static void checkPassing(StepFile step, boolean last) {
    if (!step.asks().isEmpty()) {
      problem(
          step, "asks", "A step without a menu passes by itself and asks nothing: give it a menu.");
    }
    if (step.gate() != null) {
      problem(
          step, "gate", "A step without a menu passes by itself and has no gate: give it a menu.");
    }
    if (last) {
      problem(step, "menu", "The last step needs a menu, with continue or exit on it.");
    }
  }

  private static void checkResume(StepFile step) {
    Stream.of("asks", "gate", "figures", "warnings", "skip_when", "locked")
        .filter(step.fields()::has)
        .forEach(key ->
            problem(
                step,
                key,
                "The step that a project is taken up again with has no \"%s\".".formatted(key)));
    if (!step.menu().contains(MenuChoice.CONTINUE)) {
      problem(
          step, "menu", "The step that a project is taken up again with needs continue on a menu.");
    }
  }

  private static void checkOffered(StepFile step, List<Method> methods) {
    if (step.menu().contains(MenuChoice.GATE) && step.gate() == null) {
      problem(step, "menu", "The menu shows a gate, and this step has none.");
    }
    if (step.menu().contains(MenuChoice.ANALYSE) && methods.isEmpty()) {
      problem(
          step,
          "menu",
          "The menu offers to analyse, and there are no methods in %s."
              .formatted(MethodsFile.NAME));
    }
  }

  private static void problem(StepFile step, String key, String sentence) {
    step.source().problem(step.fields().line(key), sentence);
  }
}
