package dev.aiwf.engine.rows;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * How records are stored: as JSON, a sealed type's member by its name under {@code type}. What an
 * older version wrote is read: fields it did not know are absent, fields it knew stay known.
 */
public final class Records {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new SealedTypes())
          .addModule(names())
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .withConfigOverride(List.class, Records::emptyWhenAbsent)
          .withConfigOverride(Set.class, Records::emptyWhenAbsent)
          .withConfigOverride(Map.class, Records::emptyWhenAbsent)
          .changeDefaultPropertyInclusion(include ->
              include.withValueInclusion(
                  com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
          .build();

  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return type.getSimpleName()
              .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
              .toLowerCase(Locale.ROOT);
        }
      };

  private Records() {}

  public static String write(Object record) {
    return MAPPER.writeValueAsString(record);
  }

  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  /** {@code StepEntered} is stored as {@code step-entered}. */
  public static String name(Class<?> type) {
    return NAMES.get(type);
  }

  private static void emptyWhenAbsent(tools.jackson.databind.cfg.MutableConfigOverride override) {
    override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
  }

  /** Ids are stored as what they are: text. */
  private static SimpleModule names() {
    return new SimpleModule("names")
        .addSerializer(PersonId.class, new AsText<>())
        .addSerializer(ChannelId.class, new AsText<>())
        .addSerializer(ProjectId.class, new AsText<>())
        .addDeserializer(PersonId.class, new FromText<>(PersonId::new))
        .addDeserializer(ChannelId.class, new FromText<>(ChannelId::new))
        .addDeserializer(ProjectId.class, new FromText<>(ProjectId::new));
  }

  private static final class AsText<T> extends ValueSerializer<T> {
    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.toString());
    }
  }

  private static final class FromText<T> extends ValueDeserializer<T> {
    private final java.util.function.Function<String, T> make;

    FromText(java.util.function.Function<String, T> make) {
      this.make = make;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      return make.apply(in.getString());
    }
  }

  /** Tells the members of sealed types apart without a single annotation in the core. */
  private static final class SealedTypes extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated annotated) {
      return sealed(annotated.getRawType())
          ? JsonTypeInfo.Value.construct(
              JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true, true)
          : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
      if (!annotated.getRawType().isSealed()) {
        return super.findSubtypes(config, annotated);
      }
      List<NamedType> members = new ArrayList<>();
      collect(annotated.getRawType(), members);
      return members;
    }

    @Override
    public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass annotated) {
      return sealed(annotated.getRawType())
          ? name(annotated.getRawType())
          : super.findTypeName(config, annotated);
    }

    private static boolean sealed(Class<?> type) {
      if (type.isSealed()) {
        return true;
      }
      for (Class<?> above : type.getInterfaces()) {
        if (above.isSealed()) {
          return true;
        }
      }
      return false;
    }

    private static void collect(Class<?> type, List<NamedType> members) {
      for (Class<?> member : type.getPermittedSubclasses()) {
        if (member.isSealed()) {
          collect(member, members);
        } else {
          members.add(new NamedType(member, name(member)));
        }
      }
    }
  }
}
