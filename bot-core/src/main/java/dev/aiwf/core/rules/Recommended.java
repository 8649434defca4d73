package dev.aiwf.core.rules;

import dev.aiwf.core.project.Known;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The value that the answers so far speak for, with the reason.
 *
 * @param value what is offered; never taken by itself
 * @param reason why, for people
 */
public record Recommended(Value value, String reason) {

  /** What is offered for an ask: by its first rule that holds, and else by its points. */
  public static Optional<Recommended> of(Ask ask, Known known) {
    Optional<Recommended> ruled =
        ask.recommended().stream()
            .filter(rule -> rule.when().holds(known::value))
            .flatMap(rule -> byRule(ask, rule, known).stream())
            .findFirst();
    return ruled.isPresent() ? ruled : byPoints(ask, known);
  }

  /** What speaks for which option, the weightiest first. */
  public static List<Voices> voices(Ask ask, Known known) {
    List<Voices> voices = new ArrayList<>();
    for (AskType.Option option : ask.type().options()) {
      List<Ask.Point> points =
          ask.points().stream()
              .filter(point -> point.option().equals(option.key()))
              .filter(point -> point.when().holds(known::value))
              .toList();
      if (!points.isEmpty()) {
        voices.add(
            new Voices(
                option,
                points.stream().map(point -> Words.filled(known, point.because())).toList(),
                points.stream().mapToInt(Ask.Point::weight).sum()));
      }
    }
    voices.sort(Comparator.comparingInt(Voices::weight).reversed());
    return List.copyOf(voices);
  }

  private static Optional<Recommended> byRule(Ask ask, Ask.Recommendation rule, Known known) {
    @Nullable Value value = rule.value();
    String figure = rule.figure();
    if (value == null && figure != null) {
      value =
          known
              .figure(figure)
              .map(worked -> (Value) new Value.Number(within(ask, worked.value())))
              .orElse(null);
    }
    return value == null
        ? Optional.empty()
        : Optional.of(new Recommended(value, Words.filled(known, rule.reason())));
  }

  private static BigDecimal within(Ask ask, BigDecimal number) {
    if (!(ask.type() instanceof AskType.Number(var min, var max, _))) {
      return number;
    }
    BigDecimal least = min == null ? number : number.max(min);
    return max == null ? least : least.min(max);
  }

  private static Optional<Recommended> byPoints(Ask ask, Known known) {
    List<Voices> voices = voices(ask, known);
    boolean clear =
        !voices.isEmpty()
            && (voices.size() == 1 || voices.get(0).weight() > voices.get(1).weight());
    if (!clear) {
      return Optional.empty();
    }
    Voices first = voices.getFirst();
    String key = first.option().key();
    Value value =
        ask.type() instanceof AskType.Decision
            ? new Value.Decision(key, "")
            : new Value.Choice(key);
    return Optional.of(new Recommended(value, String.join("; ", first.because())));
  }

  /**
   * What speaks for one option.
   *
   * @param option which
   * @param because what does, in a few words each
   * @param weight how much it counts together
   */
  public record Voices(AskType.Option option, List<String> because, int weight) {
    public Voices {
      because = List.copyOf(because);
    }
  }
}
