package dev.aiwf.core.rules;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what is meant by a name that was spelled otherwise elsewhere. */
final class Spelling {

  /** Decisions that had no number in the public workflow's plan. */
  private static final Map<String, String> ALIASES =
      Map.of("rag vs ft", "arch-001", "rag vs fine tuning", "arch-001");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NUMBERED = Pattern.compile("(?:step )?0*(\\d{1,3})(?: (.*))?");
  private static final Pattern RESUMING = Pattern.compile("(?:step )?0*1b.*|continue");

  private Spelling() {}

  /** A decision by its number, its ask, or a name it once had. */
  static Optional<Ask> decision(Workflow workflow, String name) {
    String wanted = words(name);
    String number = ALIASES.getOrDefault(wanted, "");
    return workflow.steps().stream()
        .flatMap(step -> step.asks().stream())
        .filter(ask ->
            ask.type() instanceof AskType.Decision decision
                && (decision.number().equals(number)
                    || words(decision.number()).equals(wanted)
                    || words(ask.id()).equals(wanted)))
        .findFirst();
  }

  /** A step by its id, its title, or its place in the script, counted from one. */
  static Optional<Step> step(Workflow workflow, String name) {
    String wanted = words(name);
    Matcher numbered = NUMBERED.matcher(wanted);
    boolean counts = numbered.matches();
    String called = counts ? Optional.ofNullable(numbered.group(2)).orElse("") : wanted;
    Optional<Step> named =
        called.isEmpty()
            ? Optional.empty()
            : workflow.steps().stream()
                .filter(step ->
                    words(step.id()).equals(called)
                        || words(step.title()).equals(called)
                        || begins(called, words(step.id())))
                .findFirst();
    if (named.isPresent() || !counts) {
      return named;
    }
    int place = Integer.parseInt(numbered.group(1));
    return place >= 1 && place <= workflow.steps().size()
        ? Optional.of(workflow.steps().get(place - 1))
        : Optional.empty();
  }

  /** The stop that a resumed run makes; it is no step of the script. */
  static boolean isResuming(String name) {
    return RESUMING.matcher(words(name)).matches();
  }

  /**
   * An option by its key or label, however joined; by its beginning, or with more words behind it.
   */
  static Optional<AskType.Option> option(AskType type, String choice) {
    String wanted = words(choice);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    Optional<AskType.Option> exact =
        type.options().stream()
            .filter(o -> names(o).anyMatch(name -> joined(name).equals(joined(wanted))))
            .findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    Optional<AskType.Option> longer =
        type.options().stream()
            .filter(o -> names(o).anyMatch(name -> begins(wanted, name)))
            .max(Comparator.comparingInt(o -> longest(o, wanted)));
    List<AskType.Option> shorter =
        type.options().stream()
            .filter(o -> names(o).anyMatch(name -> begins(name, wanted)))
            .toList();
    return longer.or(
        () -> shorter.size() == 1 ? Optional.of(shorter.getFirst()) : Optional.empty());
  }

  private static int longest(AskType.Option option, String wanted) {
    return names(option)
        .filter(name -> begins(wanted, name))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private static Stream<String> names(AskType.Option option) {
    return Stream.of(words(option.key()), words(option.label()));
  }

  private static boolean begins(String whole, String beginning) {
    return !beginning.isEmpty() && (whole + " ").startsWith(beginning + " ");
  }

  private static String joined(String words) {
    return words.replace(" ", "");
  }

  private static String words(String text) {
    return BETWEEN
        .matcher(Clean.shortened(Clean.line(text), 200).toLowerCase(Locale.ROOT))
        .replaceAll(" ")
        .strip();
  }
}
