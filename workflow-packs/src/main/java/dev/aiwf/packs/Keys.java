package dev.aiwf.packs;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The keys that are known in each kind of map. There are no others. */
final class Keys {

  static final Set<String> WORKFLOW =
      keys("id", "version", "title", "phases", "steps", "gates", "resume");
  static final Set<String> PHASE = keys("number", "title", "entry", "exit");
  static final Set<String> GATE = keys("title", "policy", "items");
  static final Set<String> POLICY = keys("approvals", "roles", "initiator_counts", "remind_after");
  static final Set<String> ITEM = keys("id", "group", "text");
  static final Set<String> STEP =
      keys(
          "id",
          "phase",
          "title",
          "opening",
          "asks",
          "writes",
          "menu",
          "gate",
          "skip_when",
          "skip_reason",
          "skip_writes",
          "agent",
          "consults",
          "figures",
          "warnings",
          "sections",
          "locked");
  static final Set<String> WRITE = keys("template", "to", "from", "when", "blank", "lines");
  static final Set<String> SKIP_WRITE = keys("template", "to", "from");
  static final Set<String> CONSULT = keys("tool", "topic", "when");
  static final Set<String> FIGURE =
      keys("id", "title", "formula", "unit", "digits", "assume", "when", "aside");
  static final Set<String> WARNING =
      keys("id", "kind", "when", "title", "text", "change", "reference");
  static final Set<String> SECTION = keys("id", "title", "what");
  static final Set<String> AGENT = keys("id", "title");
  static final Set<String> METHOD = keys("id", "title", "what", "questions", "fits");
  static final Set<String> ASK =
      keys(
          "id",
          "type",
          "ask",
          "help",
          "required",
          "from",
          "when",
          "recommend",
          "points",
          "max",
          "min",
          "unit",
          "columns",
          "options",
          "number",
          "rests_on",
          "consult");
  static final Set<String> OPTION = keys("label", "help", "amount");
  static final Set<String> RECOMMENDATION = keys("when", "value", "figure", "reason");
  static final Set<String> POINT = keys("when", "for", "because", "weight");
  static final Set<String> TEST = keys("is", "in", "at_least");

  /** The keys of an ask that only some types have. */
  static final Map<String, Set<String>> BY_TYPE =
      Map.of(
          "text", keys("max"),
          "number", keys("min", "max", "unit"),
          "choice", keys("options", "points"),
          "list", keys("max"),
          "table", keys("columns", "max"),
          "decision", keys("options", "points", "number", "rests_on", "consult"));

  private Keys() {}

  private static Set<String> keys(String... keys) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(keys)));
  }
}
