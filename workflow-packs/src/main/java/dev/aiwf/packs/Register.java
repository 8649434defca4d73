package dev.aiwf.packs;

import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Figure;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The asks and figures of a pack by their names, each with its place in the script. */
final class Register {

  /** An ask or a figure. */
  sealed interface Entry {

    /** Which step it stands in. */
    int step();

    /** How one comes to know it, in a sentence. */
    String comes();
  }

  /**
   * An ask.
   *
   * @param place which one it is, counted through all steps
   */
  record Asked(int step, int place, AskType type) implements Entry {
    @Override
    public String comes() {
      return "is asked";
    }
  }

  record Worked(int step, Figure figure) implements Entry {
    @Override
    public String comes() {
      return "is worked out";
    }
  }

  private final Map<String, Entry> entries = new HashMap<>();

  /** The steps in the order of the script. */
  Register(List<StepFile> steps) {
    int place = 0;
    for (int i = 0; i < steps.size(); i++) {
      for (AskReader.Found found : steps.get(i).asks()) {
        entries.putIfAbsent(found.ask().id(), new Asked(i, place, found.ask().type()));
        place++;
      }
      for (FigureReader.Found found : steps.get(i).figures()) {
        entries.putIfAbsent(found.figure().id(), new Worked(i, found.figure()));
      }
    }
  }

  Optional<Entry> find(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** The asks behind a name: itself, or those that a figure is worked out from. */
  Set<String> asksBehind(String name) {
    Set<String> asks = new LinkedHashSet<>();
    collect(name, asks, new LinkedHashSet<>());
    return asks;
  }

  private void collect(String name, Set<String> asks, Set<String> seen) {
    switch (entries.get(name)) {
      case Asked _ -> asks.add(name);
      case Worked(_, var figure) -> {
        if (seen.add(name)) {
          figure.formula().names().forEach(inner -> collect(inner, asks, seen));
        }
      }
      case null -> {}
    }
  }

  /** Whether one ask is put before another. */
  boolean before(String ask, String other) {
    return entries.get(ask) instanceof Asked(_, var place, _)
        && entries.get(other) instanceof Asked(_, var otherPlace, _)
        && place < otherPlace;
  }
}
