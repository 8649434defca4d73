package dev.aiwf.architect;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** What a model wrote for a call to carry: JSON, if all goes well. */
final class Arguments {

  private static final int DEEPEST = 16;
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Arguments() {}

  /** The object, if it is one; nothing at all stands for an empty one. */
  static Optional<Map<String, Object>> read(@Nullable String json) {
    if (json == null || json.isBlank()) {
      return Optional.of(Map.of());
    }
    try {
      return Optional.ofNullable(MAPPER.readValue(json, OBJECT));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
