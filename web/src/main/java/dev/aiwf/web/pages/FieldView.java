package dev.aiwf.web.pages;

import dev.aiwf.core.guide.Form;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field with what stands in it.
 *
 * @param id tells it from every other field on the page
 * @param field what it is
 * @param value what stands in it
 * @param error what is wrong with that
 */
public record FieldView(String id, Form.Field field, String value, @Nullable String error) {

  static FieldView of(String form, Form.Field field, Typed typed, Map<String, String> errors) {
    return new FieldView(
        form + "-" + field.id(),
        field,
        typed.of(field.id(), field.value() == null ? "" : field.value()),
        errors.get(field.id()));
  }

  /** What describes it to somebody who can't see it; none if nothing does. */
  public @Nullable String describedBy() {
    String help = field.help() == null ? "" : id + "-help ";
    String wrong = error == null ? "" : id + "-error";
    String both = (help + wrong).strip();
    return both.isEmpty() ? null : both;
  }
}
