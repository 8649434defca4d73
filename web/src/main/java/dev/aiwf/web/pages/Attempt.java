package dev.aiwf.web.pages;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.web.access.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tried last, kept so that nothing is typed twice.
 *
 * @param ref the form that it was; none for what is no form or was not tried yet
 * @param typed what was typed
 * @param errors what is wrong with it, by field
 * @param notice what is wrong with no field in particular
 */
public record Attempt(
    @Nullable FormRef ref, Typed typed, Map<String, String> errors, @Nullable String notice) {

  static final Attempt NONE = new Attempt(null, Typed.NOTHING, Map.of(), null);

  /** A form was opened. */
  static Attempt opened(FormRef ref) {
    return new Attempt(ref, Typed.NOTHING, Map.of(), null);
  }

  static Attempt failed(Typed typed, Map<String, String> errors, @Nullable String notice) {
    return new Attempt(FormRefs.read(typed).orElse(null), typed, errors, notice);
  }

  /** A turn refused it; a field that it names is one of the form's if the form has it. */
  static Attempt refused(Typed typed, Problem problem) {
    Map<String, String> errors = new LinkedHashMap<>();
    String field = problem.field();
    if (field != null) {
      errors.put(field.substring(field.indexOf('.') + 1), problem.sentence());
    }
    return failed(typed, errors, problem.sentence());
  }

  /** What was typed and is wrong in this form; nothing if another was tried. */
  Attempt at(FormRef form) {
    return form.equals(ref) || sameDecision(form) ? this : NONE;
  }

  private boolean sameDecision(FormRef form) {
    return ref instanceof FormRef.Decide(var tried, _)
        && form instanceof FormRef.Decide(var shown, _)
        && tried.equals(shown);
  }

  /** What is wrong with what was said. */
  public @Nullable String sayError() {
    return errors.get("say");
  }
}
