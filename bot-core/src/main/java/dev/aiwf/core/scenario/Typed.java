package dev.aiwf.core.scenario;

import dev.aiwf.core.guide.Form;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.workflow.AskType;

/** What somebody gives as people type it. */
final class Typed {

  private Typed() {}

  /** As it is typed into a field or a message. */
  static String in(Input input) {
    return switch (input) {
      case Input.Text(var text) -> text;
      case Input.Number(var number) -> number.toPlainString();
      case Input.Items(var items) -> String.join("\n", items);
      case Input.Rows(var rows) ->
          String.join("\n", rows.stream().map(row -> String.join(" | ", row.values())).toList());
      case Input.Decision(var choice, var reason) ->
          reason.isEmpty() ? choice : choice + ", " + reason;
    };
  }

  /** As it reads in its field: an option by its label. */
  static String shown(Form.Field field, String value) {
    return field.options().stream()
        .filter(option -> option.key().equals(value))
        .findFirst()
        .map(AskType.Option::label)
        .orElse(value);
  }
}
