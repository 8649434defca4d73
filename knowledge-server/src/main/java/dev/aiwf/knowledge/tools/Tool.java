package dev.aiwf.knowledge.tools;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Something that the server can be asked.
 *
 * @param name its name
 * @param title its name for people
 * @param description what tells a model when to use it
 * @param input the JSON schema of its arguments
 * @param output the JSON schema of its answer
 */
public record Tool(
    String name,
    String title,
    String description,
    Map<String, Object> input,
    Map<String, Object> output,
    BiFunction<Shelf, Arguments, Outcome> work) {

  /** The names of its arguments. */
  Set<String> arguments() {
    return input.get("properties") instanceof Map<?, ?> properties
        ? properties.keySet().stream()
            .map(String::valueOf)
            .collect(Collectors.toCollection(TreeSet::new))
        : Set.of();
  }

  /** Whether an argument is a whole number, which plain HTTP can't say. */
  public boolean isNumber(String argument) {
    return is(argument, "integer");
  }

  /** Whether an argument is a list, which plain HTTP says by naming it several times. */
  public boolean isList(String argument) {
    return is(argument, "array");
  }

  private boolean is(String argument, String type) {
    return input.get("properties") instanceof Map<?, ?> properties
        && properties.get(argument) instanceof Map<?, ?> schema
        && type.equals(schema.get("type"));
  }
}
