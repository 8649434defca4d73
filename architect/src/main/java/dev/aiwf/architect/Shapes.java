package dev.aiwf.architect;

import dev.aiwf.core.port.Architect.Shape;
import dev.aiwf.core.port.Architect.Tool;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.ArrayList;
import java.util.List;

/** Tools as langchain4j describes them. */
final class Shapes {

  private Shapes() {}

  static List<ToolSpecification> of(List<Tool> tools) {
    return tools.stream().map(Shapes::of).toList();
  }

  private static ToolSpecification of(Tool tool) {
    ToolSpecification.Builder described =
        ToolSpecification.builder().name(tool.name()).description(tool.purpose());
    // An object without parts is refused by some.
    return tool.takes().fields().isEmpty()
        ? described.build()
        : described.parameters(object(tool.takes())).build();
  }

  /** Limits stand in the description: not all providers take them in the schema. */
  private static JsonSchemaElement of(Shape shape) {
    return switch (shape) {
      case Shape.Text(String what, int longest) ->
          JsonStringSchema.builder()
              .description("%s (at most %d letters)".formatted(what, longest))
              .build();
      case Shape.Number(String what) -> JsonNumberSchema.builder().description(what).build();
      case Shape.OneOf(String what, List<String> options) ->
          JsonEnumSchema.builder().description(what).enumValues(options).build();
      case Shape.Many(String what, Shape each, int most) ->
          JsonArraySchema.builder()
              .description("%s (at most %d)".formatted(what, most))
              .items(of(each))
              .build();
      case Shape.Fields fields -> object(fields);
    };
  }

  private static JsonObjectSchema object(Shape.Fields fields) {
    JsonObjectSchema.Builder object =
        JsonObjectSchema.builder().description(fields.what()).additionalProperties(false);
    fields.fields().forEach((name, shape) -> object.addProperty(name, of(shape)));
    List<String> required = new ArrayList<>(fields.fields().keySet());
    required.retainAll(fields.required());
    return object.required(required).build();
  }
}
