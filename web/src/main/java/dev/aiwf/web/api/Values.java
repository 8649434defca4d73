package dev.aiwf.web.api;

import dev.aiwf.core.project.Input;
import dev.aiwf.web.access.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as JSON has them. What an ask demands is not known here; the turn holds them against it.
 */
final class Values {

  private Values() {}

  /** The answers by ask. */
  static Map<String, Input> read(Fields fields) {
    Map<String, Input> inputs = new LinkedHashMap<>();
    fields.all().forEach((ask, node) -> inputs.put(ask, input(fields, ask, node)));
    return inputs;
  }

  private static Input input(Fields fields, String ask, JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> new Input.Text(node.stringValue());
      case NUMBER -> new Input.Number(node.decimalValue());
      case BOOLEAN -> new Input.Text(node.booleanValue() ? "yes" : "no");
      case ARRAY -> several(fields, ask, (ArrayNode) node);
      case OBJECT -> decision(fields.object(ask));
      case NULL, MISSING, BINARY, POJO ->
          throw fields.problem(ask, "There is no value in it. To leave a question open, skip it.");
    };
  }

  private static Input decision(Fields decision) {
    decision.only(Set.of("choice", "rationale"));
    String rationale = decision.textOrNone("rationale");
    return new Input.Decision(decision.text("choice"), rationale == null ? "" : rationale);
  }

  private static Input several(Fields fields, String ask, ArrayNode array) {
    if (!array.isEmpty() && array.valueStream().allMatch(JsonNode::isObject)) {
      List<Map<String, String>> rows = new ArrayList<>();
      array.forEach(row -> rows.add(cells(fields, ask, (ObjectNode) row)));
      return new Input.Rows(rows);
    }
    if (array.valueStream().allMatch(JsonNode::isString)) {
      return new Input.Items(array.valueStream().map(JsonNode::stringValue).toList());
    }
    throw fields.problem(ask, "A list takes strings only, a table objects only.");
  }

  private static Map<String, String> cells(Fields fields, String ask, ObjectNode row) {
    Map<String, String> cells = new LinkedHashMap<>();
    row.properties().forEach(cell -> cells.put(cell.getKey(), cell(fields, ask, cell.getValue())));
    return cells;
  }

  private static String cell(Fields fields, String ask, JsonNode node) throws Problem {
    return switch (node.getNodeType()) {
      case STRING -> node.stringValue();
      case NUMBER, BOOLEAN -> node.asString();
      case ARRAY, OBJECT, NULL, MISSING, BINARY, POJO ->
          throw fields.problem(ask, "A cell of a table takes a string.");
    };
  }
}
