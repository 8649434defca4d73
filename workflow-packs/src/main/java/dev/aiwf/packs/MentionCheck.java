package dev.aiwf.packs;

import dev.aiwf.core.workflow.AskType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds the places where asks are named against the asks that there are. */
final class MentionCheck {

  private record Known(int step, AskType type) {}

  private final Map<String, Known> asks = new HashMap<>();

  private MentionCheck(List<StepFile> steps) {
    for (int i = 0; i < steps.size(); i++) {
      for (AskReader.Found found : steps.get(i).asks()) {
        asks.putIfAbsent(found.ask().id(), new Known(i, found.ask().type()));
      }
    }
  }

  /** The steps in the order of the script. */
  static void check(List<StepFile> steps) {
    MentionCheck check = new MentionCheck(steps);
    for (int i = 0; i < steps.size(); i++) {
      for (Mention mention : steps.get(i).mentions()) {
        check.check(i, mention);
      }
    }
  }

  private void check(int step, Mention mention) {
    Known known = asks.get(mention.ask());
    if (known == null) {
      mention
          .source()
          .problem(
              mention.line(), "There is no ask \"%s\" in this workflow.".formatted(mention.ask()));
      return;
    }
    int last = mention.reach() == Mention.Reach.BEFORE ? step - 1 : step;
    if (known.step() > last) {
      mention
          .source()
          .problem(
              mention.line(),
              "\"%s\" is asked too late for this: %s."
                  .formatted(
                      mention.ask(),
                      mention.reach() == Mention.Reach.BEFORE
                          ? "whether a step is passed by follows from the steps before it"
                          : "it stands in a later step"));
    }
    switch (mention.test()) {
      case Mention.Test.None _ -> {}
      case Mention.Test.Count _ -> count(mention, known.type());
      case Mention.Test.Values(var values) -> values.forEach(v -> value(mention, known.type(), v));
    }
  }

  private static void count(Mention mention, AskType type) {
    if (!(type instanceof AskType.Number)) {
      mention
          .source()
          .problem(
              mention.line(),
              "\"at_least\" looks at numbers, and \"%s\" is of type %s."
                  .formatted(mention.ask(), type.key()));
    }
  }

  private static void value(Mention mention, AskType type, Tree.Scalar value) {
    if (!type.options().isEmpty() && type.option(value.text()).isEmpty()) {
      mention
          .source()
          .problem(
              value.line(), "\"%s\" has no option \"%s\".".formatted(mention.ask(), value.text()));
    }
    if (type instanceof AskType.Number && !isPlainNumber(value.text())) {
      mention
          .source()
          .problem(
              value.line(),
              "\"%s\" is a number; write it plainly, like 300.".formatted(mention.ask()));
    }
  }

  /** Answers are compared by their text, which never ends in zeros behind the point. */
  private static boolean isPlainNumber(String text) {
    return Fields.isNumber(text)
        && new BigDecimal(text).stripTrailingZeros().toPlainString().equals(text);
  }
}
