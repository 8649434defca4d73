package dev.aiwf.core.workflow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that templates may name. Packs are checked against it, and rendering fills exactly this, so
 * that a pack which loads is a pack which renders.
 *
 * <p>Every ask is named by its id: {@code {{goal}}} prints the answer as people read it, and {@code
 * *open*} where there is none; {@code {{#goal}}} stands if it was answered and {@code {{^goal}}} if
 * not. Beside the asks stand {@link #RESERVED the names that no ask may have}.
 */
public final class Vocabulary {

  private static final Placeholder WORD = new Placeholder.Word(Map.of());
  private static final Placeholder FLAG = new Placeholder.Flag();

  private static final Placeholder PROJECT =
      group("name", "id", "created", "depth", "status", "owner");
  private static final Placeholder WORKFLOW = group("id", "version", "title");
  private static final Placeholder OPTION = group("key", "label", "help");

  private static final Placeholder OPEN_POINT = group("id", "ask", "step");

  private static final Placeholder PHASE =
      new Placeholder.Group(
          parts(
              words("number", "title"),
              Map.of("steps", new Placeholder.Each(group("id", "title", "state", "reason")))));

  private static final Placeholder GATE =
      new Placeholder.Group(
          parts(
              words("title", "verdict", "date"),
              Map.of(
                  "self_approved",
                  FLAG,
                  "conditions",
                  new Placeholder.Each(WORD),
                  "items",
                  new Placeholder.Each(
                      new Placeholder.Group(
                          parts(
                              words("id", "group", "text", "by", "date"),
                              Map.of("checked", FLAG)))),
                  "signatures",
                  new Placeholder.Each(group("name", "verdict", "date", "reason")))));

  private static final Placeholder DECISION =
      new Placeholder.Group(
          parts(
              words("id", "ask", "by", "date", "key", "label", "help"),
              words("number", "rationale", "reference"),
              Map.of("alternatives", new Placeholder.Each(OPTION))));

  private static final Map<String, Placeholder> BESIDE_ASKS =
      Map.of(
          "project",
          PROJECT,
          "workflow",
          WORKFLOW,
          "phases",
          new Placeholder.Each(PHASE),
          "decisions",
          new Placeholder.Each(DECISION),
          "gate",
          GATE,
          "open_points",
          new Placeholder.Each(OPEN_POINT));

  /** What no ask may be called: it means something else in a template or in a condition. */
  public static final Set<String> RESERVED = reserved();

  private final Map<String, Ask> asks;

  /** The vocabulary of a pack with these asks. */
  public Vocabulary(Collection<Ask> asks) {
    this.asks =
        asks.stream()
            .collect(
                Collectors.toMap(Ask::id, ask -> ask, (first, _) -> first, LinkedHashMap::new));
  }

  /** What may be named where no section is open. */
  public Placeholder root() {
    Map<String, Placeholder> parts = new LinkedHashMap<>(BESIDE_ASKS);
    asks.forEach((id, ask) -> parts.put(id, of(ask.type())));
    return new Placeholder.Group(parts);
  }

  /** The asks whose answers stand in a template that begins a name with this. */
  public Set<String> asksBehind(String first) {
    if (first.equals("decisions")) {
      return asks.values().stream()
          .filter(ask -> ask.type() instanceof AskType.Decision)
          .map(Ask::id)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
    return asks.containsKey(first) ? Set.of(first) : Set.of();
  }

  private static Placeholder of(AskType type) {
    Map<String, Placeholder> common = words("ask", "by", "date");
    return new Placeholder.Word(
        switch (type) {
          case AskType.Text _ -> common;
          case AskType.Number _ -> parts(common, words("unit"));
          case AskType.Choice _ -> parts(common, words("key", "label", "help"));
          case AskType.Items _ -> parts(common, Map.of("items", new Placeholder.Each(WORD)));
          case AskType.Table table ->
              parts(
                  common,
                  Map.of(
                      "rows", new Placeholder.Each(group(table.columns().toArray(String[]::new)))));
          case AskType.Decision _ ->
              parts(
                  common,
                  words("key", "label", "help", "number", "rationale", "reference"),
                  Map.of("alternatives", new Placeholder.Each(OPTION)));
        });
  }

  private static Placeholder group(String... names) {
    return new Placeholder.Group(words(names));
  }

  private static Map<String, Placeholder> words(String... names) {
    Map<String, Placeholder> words = new LinkedHashMap<>();
    for (String name : names) {
      words.put(name, WORD);
    }
    return words;
  }

  @SafeVarargs
  private static Map<String, Placeholder> parts(Map<String, Placeholder>... some) {
    Map<String, Placeholder> all = new LinkedHashMap<>();
    for (Map<String, Placeholder> parts : some) {
      all.putAll(parts);
    }
    return all;
  }

  private static Set<String> reserved() {
    Set<String> reserved = new LinkedHashSet<>(BESIDE_ASKS.keySet());
    reserved.addAll(Set.of("this", "not", "all", "any"));
    return Set.copyOf(reserved);
  }
}
