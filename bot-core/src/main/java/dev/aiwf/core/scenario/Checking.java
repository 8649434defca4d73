package dev.aiwf.core.scenario;

import dev.aiwf.core.chat.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds what was expected against what is. */
final class Checking {

  private final Stage stage;
  private final State state;
  private int from;

  Checking(Stage stage) {
    this.stage = stage;
    this.state = new State(stage);
  }

  /** What was to be, and what was there instead. */
  record Found(String expected, String instead) {}

  /** What was said until now is not looked at any more. */
  void lookFromHere() {
    from = stage.happenings().size();
  }

  /** What is wrong; none if it is as expected. */
  Optional<Found> check(Check check) {
    return switch (check) {
      case Check.Says(_, var words) -> says(words);
      case Check.SaysNot(_, var words) -> saysNot(words);
      case Check.Refused(_, var words) -> refused(words);
      case Check.Is(_, var what, var word) -> is(what, word);
      case Check.Has(_, var what, var how, var names) -> has(what, how, names);
      case Check.Size(_, var what, var bound, var count) ->
          size(what.key(), state.names(what).size(), listed(state.names(what)), bound, count);
      case Check.Counts(_, var what, var bound, var count) ->
          size(what.key(), state.count(what), "", bound, count);
      case Check.Value value -> state.value(value);
    };
  }

  private Optional<Found> says(List<String> words) {
    String said = said();
    int at = 0;
    for (String fragment : words) {
      String wanted = spaced(fragment);
      int found = said.indexOf(wanted, at);
      if (found < 0) {
        String order =
            said.contains(wanted) ? "; it was said, but before what stands above it here" : "";
        return Optional.of(
            new Found("says \"%s\"".formatted(fragment), "nobody said that" + order));
      }
      at = found + wanted.length();
    }
    return Optional.empty();
  }

  private Optional<Found> saysNot(List<String> words) {
    String said = said();
    return words.stream()
        .filter(fragment -> said.contains(spaced(fragment)))
        .findFirst()
        .map(fragment -> new Found("nothing that says \"%s\"".formatted(fragment), "it was said"));
  }

  /** Everything that aiwf said or redrew, on one line. */
  private String said() {
    return stage.happenings().stream()
        .skip(from)
        .map(Checking::text)
        .collect(Collectors.joining("\n"));
  }

  private static String text(Happening happening) {
    Content content =
        switch (happening) {
          case Happening.Said said when said.by() == null -> said.content();
          case Happening.Redrawn redrawn -> redrawn.content();
          case Happening.Whispered whispered -> whispered.content();
          case Happening.Said _,
              Happening.Pressed _,
              Happening.Asked _,
              Happening.Used _,
              Happening.Waited _ ->
              new Content(List.of());
        };
    return spaced(content.text());
  }

  private static String spaced(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private Optional<Found> refused(String words) {
    String refused = stage.refused();
    return refused != null && spaced(refused).contains(spaced(words))
        ? Optional.empty()
        : Optional.of(
            new Found(
                "refused: " + words,
                refused == null ? "it was taken" : "it was refused: " + refused));
  }

  private Optional<Found> is(Check.Word what, String word) {
    String actual = state.word(what);
    return actual.equalsIgnoreCase(word)
        ? Optional.empty()
        : Optional.of(new Found(what.key() + ": " + word, what.key() + ": " + actual));
  }

  private Optional<Found> has(Check.Names what, Check.How how, List<String> names) {
    List<String> actual = state.names(what);
    List<String> missing = names.stream().filter(name -> !among(what, name, actual)).toList();
    List<String> present = names.stream().filter(name -> among(what, name, actual)).toList();
    List<String> more =
        actual.stream()
            .filter(name -> names.stream().noneMatch(wanted -> same(what, wanted, name)))
            .toList();
    String instead = what.key() + ": " + listed(actual);
    return switch (how) {
      case AMONG -> found(missing.isEmpty(), what.key() + " has " + listed(missing), instead);
      case WITHOUT -> found(present.isEmpty(), what.key() + " without " + listed(names), instead);
      case EXACTLY ->
          found(
              missing.isEmpty() && more.isEmpty(),
              what.key() + ": exactly " + listed(names),
              instead);
    };
  }

  private static boolean among(Check.Names what, String wanted, List<String> actual) {
    return actual.stream().anyMatch(name -> same(what, wanted, name));
  }

  /** Buttons are known by how their labels begin, everything else by its name. */
  private static boolean same(Check.Names what, String wanted, String actual) {
    return what == Check.Names.OFFERS ? Wall.startsWith(actual, wanted) : actual.equals(wanted);
  }

  private static Optional<Found> size(
      String what, int actual, String names, Check.Bound bound, int count) {
    return found(
        bound.holds(actual, count),
        "%s: %s %d".formatted(what, bound.key().replace('_', ' '), count),
        "%s: %d%s".formatted(what, actual, names.isEmpty() ? "" : " (" + names + ")"));
  }

  private static Optional<Found> found(boolean right, String expected, String instead) {
    return right ? Optional.empty() : Optional.of(new Found(expected, instead));
  }

  static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
