package dev.aiwf.packs;

import dev.aiwf.core.scenario.Check;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The keys that are known in each kind of map of a scenario. There are no others. */
final class ScenarioKeys {

  static final Set<String> SCENARIO =
      keys(
          "scenario",
          "workflow",
          "version",
          "project",
          "repository",
          "depth",
          "brief",
          "people",
          "model",
          "beats");

  static final Set<String> PERSON = keys("roles", "surface");

  /** Besides the names of people. */
  static final Set<String> BEAT = keys("wait", "repository", "model", "expect");

  /** Whose answers were recorded. */
  static final Set<String> MODEL = keys("name", "second", "price");

  /** What a model answered to one request. */
  static final Set<String> ANSWER = keys("says", "calls", "tokens", "fails", "meanwhile");

  static final Set<String> REPOSITORY = keys("refuses");

  /** Each is a move of its own. */
  static final Set<String> MOVE =
      keys(
          "start", "press", "open", "fill", "answer", "each", "take", "tick", "revise", "give",
          "stop");

  /** What can stand beside the move "press". */
  static final Set<String> PRESS = keys("on", "fill");

  /** What can stand beside the move "open". */
  static final Set<String> OPEN = keys("on");

  /** What can stand beside the move "start". */
  static final Set<String> START = keys("repository");

  static final Set<String> DECISION = keys("choice", "reason");

  static final Set<String> BOUNDS = constants(Check.Bound.values());

  static final Set<String> LIST = union(keys("exactly", "without"), keys("at_most", "at_least"));

  static final Set<String> EXPECT =
      union(
          keys("says", "not_says", "refused"),
          union(
              union(constants(Check.Word.values()), constants(Check.Names.values())),
              union(constants(Check.Named.values()), constants(Check.Count.values()))));

  private ScenarioKeys() {}

  static Set<String> union(Set<String> some, Set<String> more) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return Collections.unmodifiableSet(all);
  }

  private static Set<String> constants(Check.Keyed[] constants) {
    return keys(Stream.of(constants).map(Check.Keyed::key).toArray(String[]::new));
  }

  private static Set<String> keys(String... keys) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(keys)));
  }
}
