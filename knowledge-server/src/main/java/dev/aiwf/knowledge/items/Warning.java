package dev.aiwf.knowledge.items;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that goes wrong, how one notices, and what prevents it.
 *
 * @param description what happens and why
 * @param symptoms how one notices
 */
public record Warning(
    About about,
    String title,
    String description,
    List<String> symptoms,
    List<String> consequences,
    String prevention)
    implements Item {

  public Warning {
    symptoms = List.copyOf(symptoms);
    consequences = List.copyOf(consequences);
  }

  @Override
  public Kind kind() {
    return Kind.WARNING;
  }

  @Override
  public List<String> text() {
    List<String> text = new ArrayList<>(List.of(description));
    text.addAll(symptoms);
    text.addAll(consequences);
    text.add(prevention);
    return text;
  }
}
