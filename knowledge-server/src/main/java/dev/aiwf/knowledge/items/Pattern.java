package dev.aiwf.knowledge.items;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to build something that has worked.
 *
 * @param context when it fits, and when not
 * @param tradeOffs what it costs and what breaks
 */
public record Pattern(
    About about,
    String name,
    String problem,
    String solution,
    @Nullable String codeExample,
    String context,
    List<String> tradeOffs)
    implements Item {

  public Pattern {
    tradeOffs = List.copyOf(tradeOffs);
  }

  @Override
  public Kind kind() {
    return Kind.PATTERN;
  }

  @Override
  public String title() {
    return name;
  }

  /** Without the code: its words are a program's. */
  @Override
  public List<String> text() {
    List<String> text = new ArrayList<>(List.of(problem, solution, context));
    text.addAll(tradeOffs);
    return text;
  }
}
