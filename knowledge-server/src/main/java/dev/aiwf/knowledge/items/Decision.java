package dev.aiwf.knowledge.items;

import java.util.ArrayList;
import java.util.List;

/**
 * A choice that comes up in most projects.
 *
 * @param options each as "name: when it fits; what it costs"
 * @param considerations what tips the scale
 */
public record Decision(
    About about,
    String question,
    List<String> options,
    List<String> considerations,
    String recommendedApproach)
    implements Item {

  public Decision {
    options = List.copyOf(options);
    considerations = List.copyOf(considerations);
  }

  @Override
  public Kind kind() {
    return Kind.DECISION;
  }

  @Override
  public String title() {
    return question;
  }

  @Override
  public List<String> text() {
    List<String> text = new ArrayList<>(options);
    text.addAll(considerations);
    text.add(recommendedApproach);
    return text;
  }
}
