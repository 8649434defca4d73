package dev.aiwf.web.operate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ProjectId;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** What operators are told, as JSON: names in snake case, ids as text. */
public final class OperatorJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .addMixIn(ProjectId.class, Id.class)
          .addMixIn(PersonId.class, Id.class)
          .build();

  private OperatorJson() {}

  /** Writes something that an operator is told. */
  public static String write(Object told) {
    return MAPPER.writeValueAsString(told);
  }

  static <T> T read(JsonNode node, Class<T> type) {
    return MAPPER.treeToValue(node, type);
  }

  static <T> List<T> readList(JsonNode node, Class<T> of) {
    return node.valueStream().map(each -> read(each, of)).toList();
  }

  static JsonNode tree(String json) throws JacksonException {
    return MAPPER.readTree(json);
  }

  private abstract static class Id {
    @JsonCreator
    @SuppressWarnings("unused")
    Id(String value) {}

    @JsonValue
    abstract String value();
  }
}
