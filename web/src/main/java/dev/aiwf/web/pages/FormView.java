package dev.aiwf.web.pages;

import dev.aiwf.core.guide.Form;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form to be filled in.
 *
 * @param id tells its fields from another form's on the same page
 * @param title what it is for
 * @param note what helps with all of it
 * @param hidden what it hands back as it is
 * @param fields what is to be filled in
 * @param submit what stands on its button
 */
public record FormView(
    String id,
    String title,
    @Nullable String note,
    List<Hidden> hidden,
    List<FieldView> fields,
    String submit) {

  public FormView {
    hidden = List.copyOf(hidden);
    fields = List.copyOf(fields);
  }

  /** The form as the guide has it, with what was typed and what is wrong with it. */
  static FormView of(
      String id, Form form, List<Hidden> hidden, Typed typed, Map<String, String> errors) {
    return new FormView(
        id,
        form.title(),
        null,
        hidden,
        form.fields().stream().map(field -> FieldView.of(id, field, typed, errors)).toList(),
        form.submit());
  }

  /** Something that is handed back as it is. */
  public record Hidden(String name, String value) {}
}
