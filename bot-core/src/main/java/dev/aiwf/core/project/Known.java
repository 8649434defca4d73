package dev.aiwf.core.project;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Figure;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a project: its answers, as far as their asks apply, and the figures that are
 * worked out from them. Conditions, recommendations, messages and documents all look here, so that
 * they never disagree.
 */
public final class Known {

  private final Answers answers;
  private final Map<String, Ask> asks = new HashMap<>();
  private final Map<String, Figure> figures = new HashMap<>();
  private final Map<String, Boolean> applying = new HashMap<>();
  private final Map<String, Optional<Worked>> worked = new HashMap<>();
  private final Set<String> beingLookedAt = new HashSet<>();

  private Known(Workflow workflow, Answers answers) {
    this.answers = answers;
    for (Step step : workflow.steps()) {
      step.asks().forEach(ask -> asks.put(ask.id(), ask));
      step.figures().forEach(figure -> figures.put(figure.id(), figure));
    }
  }

  /** What is known once these answers are given. */
  public static Known of(Workflow workflow, Answers answers) {
    return new Known(workflow, answers);
  }

  /** Whether an ask is put at all, given the answers before it. */
  public boolean applies(Ask ask) {
    Condition when = ask.when();
    if (when == null) {
      return true;
    }
    Boolean known = applying.get(ask.id());
    if (known != null) {
      return known;
    }
    // A pack that loads has no circle in it; a broken one must not take the program with it.
    if (!beingLookedAt.add(ask.id())) {
      return false;
    }
    boolean applies = when.holds(this::value);
    beingLookedAt.remove(ask.id());
    applying.put(ask.id(), applies);
    return applies;
  }

  /** Whether a project of this depth puts an ask, given the answers before it. */
  public boolean puts(Ask ask, Depth depth) {
    return ask.at(depth) && applies(ask);
  }

  /** Whether a condition holds. */
  public boolean holds(@Nullable Condition condition) {
    return condition == null || condition.holds(this::value);
  }

  /** The answer to an ask that applies, or the number that a figure comes to. */
  public @Nullable Value value(String name) {
    Figure figure = figures.get(name);
    if (figure != null) {
      return worked(figure).map(w -> new Value.Number(w.value())).orElse(null);
    }
    return answer(name).map(Answers.Answer::value).orElse(null);
  }

  /** The answer to an ask, unless the ask does not apply. */
  public Optional<Answers.Answer> answer(String ask) {
    Ask known = asks.get(ask);
    return known == null || applies(known) ? answers.to(ask) : Optional.empty();
  }

  /** The ask of that id. */
  public Optional<Ask> ask(String id) {
    return Optional.ofNullable(asks.get(id));
  }

  /** What a figure comes to, if it can be worked out. */
  public Optional<Worked> worked(Figure figure) {
    Optional<Worked> known = worked.get(figure.id());
    if (known != null) {
      return known;
    }
    if (!beingLookedAt.add(figure.id())) {
      return Optional.empty();
    }
    Optional<Worked> result = holds(figure.when()) ? work(figure) : Optional.empty();
    beingLookedAt.remove(figure.id());
    worked.put(figure.id(), result);
    return result;
  }

  /** What the figure of that id comes to. */
  public Optional<Worked> figure(String id) {
    return Optional.ofNullable(figures.get(id)).flatMap(this::worked);
  }

  private Optional<Worked> work(Figure figure) {
    Map<String, BigDecimal> amounts = new HashMap<>();
    Map<String, BigDecimal> assumed = new LinkedHashMap<>();
    for (String name : figure.formula().names()) {
      BigDecimal amount = amount(name);
      BigDecimal assumption = figure.assume().get(name);
      if (amount == null && assumption != null) {
        amount = assumption;
        assumed.put(name, assumption);
      }
      if (amount != null) {
        amounts.put(name, amount);
        figure(name).ifPresent(inner -> assumed.putAll(inner.assumed()));
      }
    }
    return figure
        .formula()
        .value(amounts::get)
        .map(value -> value.setScale(figure.digits(), RoundingMode.HALF_UP))
        .map(value -> new Worked(figure, value, amounts, assumed));
  }

  private @Nullable BigDecimal amount(String name) {
    return switch (value(name)) {
      case Value.Number(var number) -> number;
      case Value.Choice(var key) -> optionAmount(name, key);
      case Value.Decision(var key, _) -> optionAmount(name, key);
      case Value.Text _, Value.Items _, Value.Table _ -> null;
      case null -> null;
    };
  }

  private @Nullable BigDecimal optionAmount(String ask, String key) {
    return ask(ask)
        .flatMap(known -> known.type().option(key))
        .map(AskType.Option::amount)
        .orElse(null);
  }

  /**
   * A figure that was worked out.
   *
   * @param figure which
   * @param value what it comes to
   * @param amounts what each name in its formula stood for
   * @param assumed what was assumed where an answer is missing, here or in a figure it rests on
   */
  public record Worked(
      Figure figure,
      BigDecimal value,
      Map<String, BigDecimal> amounts,
      Map<String, BigDecimal> assumed) {
    public Worked {
      amounts = Map.copyOf(amounts);
      assumed = Ordered.copy(assumed);
    }
  }
}
