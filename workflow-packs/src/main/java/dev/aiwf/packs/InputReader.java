package dev.aiwf.packs;

import dev.aiwf.core.project.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what somebody in a scenario gives as an answer or fills into a field. */
final class InputReader {

  private InputReader() {}

  /** The values by name. */
  static Map<String, Input> map(Source source, String what, Tree tree) {
    Map<String, Input> inputs = new LinkedHashMap<>();
    if (tree instanceof Tree.Mapping map && !map.entries().isEmpty()) {
      map.entries().forEach(entry -> inputs.put(entry.key(), read(source, entry.value())));
    } else {
      source.problem(
          tree.line(),
          "\"%s\" takes a map of names to values, not %s.".formatted(what, tree.kind()));
    }
    return inputs;
  }

  static Input read(Source source, Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> {
        if (scalar.nothing()) {
          source.problem(scalar.line(), "There is nothing here; write \"\" if that is meant.");
        }
        yield new Input.Text(scalar.text());
      }
      case Tree.Sequence(_, var items) -> list(source, items);
      case Tree.Mapping map ->
          Fields.of(source, map, "a decision", ScenarioKeys.DECISION)
              .<Input>map(fields -> {
                String reason = fields.optionalText("reason");
                return new Input.Decision(fields.text("choice"), reason == null ? "" : reason);
              })
              .orElseGet(() -> new Input.Text(""));
    };
  }

  private static Input list(Source source, List<Tree> items) {
    if (!items.isEmpty() && items.stream().allMatch(Tree.Mapping.class::isInstance)) {
      return new Input.Rows(items.stream().map(item -> row(source, (Tree.Mapping) item)).toList());
    }
    List<String> lines = new ArrayList<>();
    for (Tree item : items) {
      lines.add(word(source, item));
    }
    return new Input.Items(lines);
  }

  private static Map<String, String> row(Source source, Tree.Mapping map) {
    Map<String, String> row = new LinkedHashMap<>();
    map.entries().forEach(entry -> row.put(entry.key(), word(source, entry.value())));
    return row;
  }

  private static String word(Source source, Tree tree) {
    if (tree instanceof Tree.Scalar scalar) {
      return scalar.nothing() ? "" : scalar.text();
    }
    source.problem(tree.line(), "Words belong here, not " + tree.kind() + ".");
    return "";
  }
}
