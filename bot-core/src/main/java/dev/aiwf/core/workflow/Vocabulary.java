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
 * <p>Every ask is named by its id: {@code {{goal}}} prints the answer as people read it, {@code
 * *open*} where there is none yet, and {@code *not asked*} where the project's depth or its other
 * answers leave the question out; {@code {{#goal}}} stands if it was answered and {@code {{^goal}}}
 * if not. A figure is named by its id in the same way. Beside these stand {@link #RESERVED the
 * names that no ask and no figure may have}.
 */
public final class Vocabulary {

  private static final Placeholder WORD = new Placeholder.Word(Map.of());
  private static final Placeholder FLAG = new Placeholder.Flag();

  private static final Placeholder PROJECT =
      group("name", "id", "created", "depth", "status", "owner", "folder", "branch");
  private static final Placeholder WORKFLOW = group("id", "version", "title");
  private static final Placeholder OPTION = group("key", "label", "help");

  private static final Placeholder OPEN_POINT = group("id", "ask", "step");

  private static final Placeholder LINES = new Placeholder.Each(WORD);

  private static final Placeholder PHASE =
      new Placeholder.Group(
          parts(
              words("number", "title"),
              Map.of(
                  "steps", new Placeholder.Each(group("id", "title", "state", "reason")),
                  "entry", LINES,
                  "exit", LINES)));

  private static final Placeholder PROSE =
      new Placeholder.Word(parts(words("title", "by", "date"), Map.of("paragraphs", LINES)));

  private static final Placeholder MORE =
      group("decisions", "figures", "warnings", "contradictions", "open_points", "written");

  private static final Placeholder NOTE = group("method", "text", "by", "date");

  private static final Placeholder FINDING = group("title", "source", "address");

  private static final Placeholder CONSULT =
      new Placeholder.Group(
          parts(
              words("tool", "topic"),
              Map.of("found", new Placeholder.Each(FINDING), "nothing", FLAG)));

  private static final Map<String, Placeholder> OF_DECISION =
      Map.of(
          "findings", new Placeholder.Each(FINDING),
          "alternatives", new Placeholder.Each(OPTION),
          "notes", new Placeholder.Each(NOTE),
          "rests_on", new Placeholder.Each(group("ask", "answer")),
          "changed", LINES,
          "carries", new Placeholder.Each(group("number", "label")),
          "carries_files", LINES);

  private static final Map<String, Placeholder> OF_FIGURE =
      parts(words("title", "unit", "formula", "worked"), Map.of("assumed", LINES));

  private static final Placeholder WARNING =
      new Placeholder.Group(
          parts(
              words("id", "title", "text", "reference", "mitigation", "by", "date"),
              Map.of("met", FLAG)));

  private static final Placeholder CONFIG =
      new Placeholder.Group(parts(words("path"), Map.of("blank", FLAG)));

  private static final Placeholder CONDITION =
      new Placeholder.Group(parts(words("text", "how", "by", "date"), Map.of("met", FLAG)));

  private static final Placeholder GATE =
      new Placeholder.Group(
          parts(
              words("title", "verdict", "date"),
              Map.of(
                  "self_approved",
                  FLAG,
                  "conditions",
                  LINES,
                  "tracked",
                  new Placeholder.Each(CONDITION),
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
              words("number", "rationale", "reference", "phase", "status", "how"),
              OF_DECISION));

  private static final Placeholder FIGURE =
      new Placeholder.Group(parts(words("id", "value"), OF_FIGURE));

  private static final Map<String, Placeholder> BESIDE_ASKS =
      Map.ofEntries(
          Map.entry("project", PROJECT),
          Map.entry("workflow", WORKFLOW),
          Map.entry("phases", new Placeholder.Each(PHASE)),
          Map.entry("phase", PHASE),
          Map.entry("skipped", WORD),
          Map.entry("decisions", new Placeholder.Each(DECISION)),
          Map.entry("decided_here", new Placeholder.Each(DECISION)),
          Map.entry("figures", new Placeholder.Each(FIGURE)),
          Map.entry("figures_here", new Placeholder.Each(FIGURE)),
          Map.entry("warnings", new Placeholder.Each(WARNING)),
          Map.entry("contradictions", new Placeholder.Each(WARNING)),
          Map.entry("consults", new Placeholder.Each(CONSULT)),
          Map.entry("consulted", FLAG),
          Map.entry("files", LINES),
          Map.entry("configs", new Placeholder.Each(CONFIG)),
          Map.entry("written", LINES),
          Map.entry("blank", FLAG),
          Map.entry("prose", new Placeholder.Group(Map.of())),
          Map.entry("more", MORE),
          Map.entry("gate", GATE),
          Map.entry("open_points", new Placeholder.Each(OPEN_POINT)));

  /** What no ask may be called: it means something else in a template or in a condition. */
  public static final Set<String> RESERVED = reserved();

  private final Map<String, Ask> asks;
  private final Map<String, Figure> figures;
  private final Placeholder root;

  /** The vocabulary of a pack with these asks, figures and sections of prose. */
  public Vocabulary(
      Collection<Ask> asks, Collection<Figure> figures, Collection<Section> sections) {
    this.figures =
        figures.stream()
            .collect(Collectors.toMap(Figure::id, f -> f, (first, _) -> first, LinkedHashMap::new));
    this.asks =
        asks.stream()
            .collect(
                Collectors.toMap(Ask::id, ask -> ask, (first, _) -> first, LinkedHashMap::new));
    Map<String, Placeholder> parts = new LinkedHashMap<>(BESIDE_ASKS);
    this.asks.forEach((id, ask) -> parts.put(id, of(ask.type())));
    this.figures.keySet().forEach(id -> parts.put(id, new Placeholder.Word(OF_FIGURE)));
    Map<String, Placeholder> prose = new LinkedHashMap<>();
    sections.forEach(section -> prose.put(section.id(), PROSE));
    parts.put("prose", new Placeholder.Group(prose));
    this.root = new Placeholder.Group(parts);
  }

  /** What may be named where no section is open. */
  public Placeholder root() {
    return root;
  }

  /** The asks whose answers stand in a template that begins a name with this. */
  public Set<String> asksBehind(String first) {
    if (figures.containsKey(first)) {
      return asksOf(figures.get(first));
    }
    if (first.equals("figures") || first.equals("figures_here")) {
      return figures.values().stream()
          .flatMap(figure -> asksOf(figure).stream())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
    if (first.equals("decisions") || first.equals("decided_here")) {
      return asks.values().stream()
          .filter(ask -> ask.type() instanceof AskType.Decision)
          .map(Ask::id)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
    return asks.containsKey(first) ? Set.of(first) : Set.of();
  }

  private Set<String> asksOf(Figure figure) {
    Set<String> seen = new LinkedHashSet<>();
    collect(figure, seen);
    seen.retainAll(asks.keySet());
    return seen;
  }

  private void collect(Figure figure, Set<String> seen) {
    for (String name : figure.formula().names()) {
      // Each name once: a pack that is still being checked may have circles in it.
      if (seen.add(name) && figures.containsKey(name)) {
        collect(figures.get(name), seen);
      }
    }
  }

  private static Placeholder of(AskType type) {
    Map<String, Placeholder> common = words("ask", "by", "date");
    return new Placeholder.Word(
        switch (type) {
          case AskType.Text _ -> common;
          case AskType.Number _ -> parts(common, words("unit"));
          case AskType.Choice _ -> parts(common, words("key", "label", "help"));
          case AskType.Items _ -> parts(common, Map.of("items", LINES));
          case AskType.Table table ->
              parts(
                  common,
                  Map.of(
                      "rows", new Placeholder.Each(group(table.columns().toArray(String[]::new)))));
          case AskType.Decision _ ->
              parts(
                  common,
                  words("key", "label", "help"),
                  words("number", "rationale", "reference", "phase", "status", "how"),
                  OF_DECISION);
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
