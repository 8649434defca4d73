package dev.aiwf.knowledge.items;

import java.util.ArrayList;
import java.util.List;

/** How something is done, step by step. */
public record Methodology(
    About about, String name, List<String> steps, List<String> prerequisites, List<String> outputs)
    implements Item {

  public Methodology {
    steps = List.copyOf(steps);
    prerequisites = List.copyOf(prerequisites);
    outputs = List.copyOf(outputs);
  }

  @Override
  public Kind kind() {
    return Kind.METHODOLOGY;
  }

  @Override
  public String title() {
    return name;
  }

  @Override
  public List<String> text() {
    List<String> text = new ArrayList<>(steps);
    text.addAll(prerequisites);
    text.addAll(outputs);
    return text;
  }
}
