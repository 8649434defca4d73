package dev.aiwf.web.api;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.jsontype.impl.TypeIdResolverBase;

/** Names the kind of a thing after its record: {@code StepEntered} is {@code step-entered}. */
final class KebabCase extends TypeIdResolverBase {

  static String of(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").replace('_', '-').toLowerCase(Locale.ROOT);
  }

  @Override
  public String idFromValue(DatabindContext context, Object value) {
    return of(value.getClass().getSimpleName());
  }

  @Override
  public String idFromValueAndType(
      DatabindContext context, @Nullable Object value, Class<?> suggested) {
    return of((value == null ? suggested : value.getClass()).getSimpleName());
  }

  @Override
  public JsonTypeInfo.Id getMechanism() {
    return JsonTypeInfo.Id.CUSTOM;
  }
}
