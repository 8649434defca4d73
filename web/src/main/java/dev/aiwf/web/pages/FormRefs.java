package dev.aiwf.web.pages;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.guide.Form;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.web.pages.FormView.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which form was shown, carried in the form itself. The names begin with an underscore because asks
 * name the other fields.
 */
final class FormRefs {

  static final String FORM = "_form";
  static final String ASK = "_ask";

  /** The option of a decision; a field of its own where the option is yet to be chosen. */
  static final String OPTION = "_option";

  private static final String VERDICT = "_verdict";

  private FormRefs() {}

  /** A form whose fields are these, whatever is open by the time it is sent. */
  static List<Hidden> hidden(FormRef ref, Form form) {
    return switch (ref) {
      case FormRef.Asks _ ->
          Stream.concat(
                  Stream.of(new Hidden(FORM, "asks")),
                  form.fields().stream().map(field -> new Hidden(ASK, field.id())))
              .toList();
      case FormRef.Decide(var ask, var option) ->
          List.of(new Hidden(FORM, "decide"), new Hidden(ASK, ask), new Hidden(OPTION, option));
      case FormRef.Sign(var verdict) ->
          List.of(new Hidden(FORM, "sign"), new Hidden(VERDICT, verdict.key()));
    };
  }

  static Optional<FormRef> read(Typed typed) {
    return switch (typed.of(FORM)) {
      case "asks" -> Optional.of(new FormRef.Asks(typed.all(ASK)));
      case "decide" -> Optional.of(new FormRef.Decide(typed.of(ASK), typed.of(OPTION)));
      case "sign" ->
          Arrays.stream(Verdict.values())
              .filter(verdict -> verdict.key().equals(typed.of(VERDICT)))
              .findFirst()
              .map(FormRef.Sign::new);
      default -> Optional.empty();
    };
  }
}
