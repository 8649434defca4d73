package dev.aiwf.web.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Value;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonTypeIdResolver;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON as the API reads and writes it: names in snake case, kinds of things as {@code type} in
 * kebab case. A kind that is new in the core is written without a change here.
 */
final class Json {

  private static final int DEEPEST = 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addMixIn(Fact.class, Typed.class)
          .addMixIn(Value.class, Typed.class)
          .addMixIn(Block.class, Typed.class)
          .addMixIn(Span.class, Typed.class)
          .addMixIn(Button.class, WithoutPress.class)
          .addMixIn(Gate.Policy.class, WithoutReminders.class)
          .addMixIn(PersonId.class, Id.class)
          .addMixIn(ChannelId.class, Id.class)
          .addModule(new SimpleModule().addSerializer(new EnumAsKey()))
          .build();

  /** For digests: the same content gives the same text, however its sender wrote it down. */
  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private Json() {}

  static JsonNode read(byte[] body) throws JacksonException {
    return MAPPER.readTree(body);
  }

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static String canonical(JsonNode node) {
    return CANONICAL.writeValueAsString(node);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, property = "type")
  @JsonTypeIdResolver(KebabCase.class)
  private interface Typed {}

  /** What a button does is the server's business; a client names the button. */
  @JsonIgnoreProperties("press")
  private interface WithoutPress {}

  /**
   * Whoever is reminded, and when, decides nothing; a fact says who must sign, as the state does.
   */
  @JsonIgnoreProperties("reminders")
  private interface WithoutReminders {}

  private interface Id {
    @JsonValue
    String value();
  }

  @SuppressWarnings("rawtypes")
  private static final class EnumAsKey extends StdSerializer<Enum> {
    EnumAsKey() {
      super(Enum.class);
    }

    @Override
    public void serialize(Enum value, JsonGenerator out, SerializationContext context) {
      out.writeString(KebabCase.of(value.name()));
    }
  }
}
