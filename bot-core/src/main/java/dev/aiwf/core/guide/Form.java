package dev.aiwf.core.guide;

import dev.aiwf.core.workflow.AskType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown: worked out from the stored state at the moment it is opened.
 *
 * @param title what it is for
 * @param submit what stands on its button
 * @param fields what is to be filled in
 */
public record Form(String title, String submit, List<Field> fields) {

  public Form {
    fields = List.copyOf(fields);
  }

  /**
   * A field.
   *
   * @param id what its value is handed back under
   * @param label what is asked
   * @param help what helps to answer
   * @param kind how it is filled in
   * @param options what there is to choose from
   * @param value what it begins with
   * @param required whether it must be filled in
   */
  public record Field(
      String id,
      String label,
      @Nullable String help,
      Kind kind,
      List<AskType.Option> options,
      @Nullable String value,
      boolean required) {
    public Field {
      options = List.copyOf(options);
    }
  }

  /** How a field is filled in. */
  public enum Kind {
    LINE,
    PARAGRAPH,
    NUMBER,
    CHOICE
  }
}
