package dev.aiwf.packs;

import dev.aiwf.core.workflow.AskType;
import java.math.BigDecimal;
import java.util.List;

/** Holds the places where asks and figures are named against those that there are. */
final class MentionCheck {

  private final Register register;

  MentionCheck(Register register) {
    this.register = register;
  }

  /** What is named in the step of that number. */
  void check(int step, List<Mention> mentions) {
    for (Mention mention : mentions) {
      register
          .find(mention.name())
          .ifPresentOrElse(
              entry -> {
                checkInTime(step, mention, entry);
                checkFits(mention, entry);
              },
              () -> unknown(mention));
    }
  }

  private static void unknown(Mention mention) {
    mention.problem(
        switch (mention.test()) {
          case Mention.Test.Worked _ ->
              "There is no figure \"%s\" in this workflow.".formatted(mention.name());
          case Mention.Test.Asked _, Mention.Test.Decided _ ->
              "There is no ask \"%s\" in this workflow.".formatted(mention.name());
          case Mention.Test.None _,
              Mention.Test.Values _,
              Mention.Test.Count _,
              Mention.Test.Amount _ ->
              "There is no ask \"%s\" in this workflow, and no figure of that name."
                  .formatted(mention.name());
        });
  }

  private void checkInTime(int step, Mention mention, Register.Entry entry) {
    switch (mention.reach()) {
      case Mention.Reach.BeforeStep _ -> {
        if (entry.step() >= step) {
          late(mention, entry, "whether a step is passed by follows from the steps before it");
        }
      }
      case Mention.Reach.UpToStep _ -> {
        if (entry.step() > step) {
          late(mention, entry, "it stands in a later step");
        }
      }
      case Mention.Reach.BeforeAsk(var ask) -> {
        boolean before =
            entry.step() <= step
                && register.asksBehind(mention.name()).stream()
                    .allMatch(behind -> register.before(behind, ask));
        if (!before) {
          late(
              mention,
              entry,
              "whether \"%s\" is put follows from the asks before it".formatted(ask));
        }
      }
    }
  }

  private static void late(Mention mention, Register.Entry entry, String why) {
    mention.problem(
        "\"%s\" %s too late for this: %s.".formatted(mention.name(), entry.comes(), why));
  }

  private static void checkFits(Mention mention, Register.Entry entry) {
    switch (entry) {
      case Register.Asked(_, _, var type) -> ask(mention, type);
      case Register.Worked _ -> figure(mention);
    }
  }

  private static void ask(Mention mention, AskType type) {
    switch (mention.test()) {
      case Mention.Test.None _, Mention.Test.Asked _ -> {}
      case Mention.Test.Decided _ -> {
        if (!(type instanceof AskType.Decision)) {
          mention.problem("\"%s\" is no decision.".formatted(mention.name()));
        }
      }
      case Mention.Test.Worked _ ->
          mention.problem("\"%s\" is an ask; name a figure here.".formatted(mention.name()));
      case Mention.Test.Values(var values) -> values.forEach(v -> value(mention, type, v));
      case Mention.Test.Count _ -> count(mention, type);
      case Mention.Test.Amount _ -> amount(mention, type);
    }
  }

  private static void figure(Mention mention) {
    switch (mention.test()) {
      case Mention.Test.None _,
          Mention.Test.Worked _,
          Mention.Test.Count _,
          Mention.Test.Amount _ -> {}
      case Mention.Test.Asked _, Mention.Test.Decided _ ->
          mention.problem(
              "\"%s\" is a figure; name the asks that it is worked out from."
                  .formatted(mention.name()));
      case Mention.Test.Values _ ->
          mention.problem(
              "\"is\" and \"in\" look at answers, and \"%s\" is a figure: say at_least."
                  .formatted(mention.name()));
    }
  }

  private static void count(Mention mention, AskType type) {
    if (!(type instanceof AskType.Number)) {
      mention.problem(
          "\"at_least\" looks at numbers, and \"%s\" is of type %s."
              .formatted(mention.name(), type.key()));
    }
  }

  private static void amount(Mention mention, AskType type) {
    if (type instanceof AskType.Number) {
      return;
    }
    if (type.options().isEmpty()) {
      mention.problem(
          "\"%s\" can't be reckoned with: it is of type %s.".formatted(mention.name(), type.key()));
      return;
    }
    if (type.options().stream().allMatch(option -> option.amount() == null)) {
      mention.problem(
          "\"%s\" can't be reckoned with: none of its options has an \"amount\"."
              .formatted(mention.name()));
    }
  }

  private static void value(Mention mention, AskType type, Tree.Scalar value) {
    if (!type.options().isEmpty() && type.option(value.text()).isEmpty()) {
      mention
          .source()
          .problem(
              value.line(), "\"%s\" has no option \"%s\".".formatted(mention.name(), value.text()));
    }
    if (type instanceof AskType.Number && !isPlainNumber(value.text())) {
      mention
          .source()
          .problem(
              value.line(),
              "\"%s\" is a number; write it plainly, like 300.".formatted(mention.name()));
    }
  }

  /** Answers are compared by their text, which never ends in zeros behind the point. */
  private static boolean isPlainNumber(String text) {
    return Fields.isNumber(text)
        && new BigDecimal(text).stripTrailingZeros().toPlainString().equals(text);
  }
}
