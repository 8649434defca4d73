package dev.aiwf.web.pages;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.guide.Form;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.web.pages.FormView.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
  private static final String SEEN = "_seen";
  private static final String WARNING = "_warning";
  private static final String METHOD = "_method";
  private static final String STEP = "_step";
  private static final String CONDITION = "_condition";

  private FormRefs() {}

  /** A form whose fields are these, whatever is open by the time it is sent. */
  static List<Hidden> hidden(FormRef ref, Form form) {
    return ref instanceof FormRef.Asks
        ? hidden(new FormRef.Asks(form.fields().stream().map(Form.Field::id).toList()))
        : hidden(ref);
  }

  /** The part of an address that opens the form. */
  static String query(FormRef ref) {
    return hidden(ref).stream()
        .map(hidden ->
            hidden.name() + "=" + URLEncoder.encode(hidden.value(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static List<Hidden> hidden(FormRef ref) {
    return switch (ref) {
      case FormRef.Asks(var asks) ->
          Stream.concat(
                  Stream.of(new Hidden(FORM, "asks")),
                  asks.stream().map(ask -> new Hidden(ASK, ask)))
              .toList();
      case FormRef.Decide(var ask, var option) ->
          List.of(new Hidden(FORM, "decide"), new Hidden(ASK, ask), new Hidden(OPTION, option));
      case FormRef.Sign(var verdict) ->
          List.of(new Hidden(FORM, "sign"), new Hidden(VERDICT, verdict.key()));
      case FormRef.Revise(var ask, var seen) ->
          List.of(
              new Hidden(FORM, "revise"),
              new Hidden(ASK, ask),
              new Hidden(SEEN, String.valueOf(seen)));
      case FormRef.Acknowledge(var warning) ->
          List.of(new Hidden(FORM, "acknowledge"), new Hidden(WARNING, warning));
      case FormRef.Brief _ -> List.of(new Hidden(FORM, "brief"));
      case FormRef.Consult _ -> List.of(new Hidden(FORM, "consult"));
      case FormRef.Note(var ask, var method) ->
          List.of(
              new Hidden(FORM, "note"),
              new Hidden(ASK, ask),
              new Hidden(METHOD, method == null ? "" : method));
      case FormRef.Meet(var step, var condition) ->
          List.of(
              new Hidden(FORM, "meet"), new Hidden(STEP, step), new Hidden(CONDITION, condition));
      case FormRef.Policy(var step) -> List.of(new Hidden(FORM, "policy"), new Hidden(STEP, step));
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
      case "revise" ->
          typed.of(SEEN).matches("\\d{1,18}")
              ? Optional.of(new FormRef.Revise(typed.of(ASK), Long.parseLong(typed.of(SEEN))))
              : Optional.empty();
      case "acknowledge" -> Optional.of(new FormRef.Acknowledge(typed.of(WARNING)));
      case "brief" -> Optional.of(new FormRef.Brief());
      case "consult" -> Optional.of(new FormRef.Consult());
      case "note" ->
          Optional.of(
              new FormRef.Note(
                  typed.of(ASK), typed.of(METHOD).isEmpty() ? null : typed.of(METHOD)));
      case "meet" -> Optional.of(new FormRef.Meet(typed.of(STEP), typed.of(CONDITION)));
      case "policy" -> Optional.of(new FormRef.Policy(typed.of(STEP)));
      default -> Optional.empty();
    };
  }
}
