package dev.aiwf.core.workflow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Arithmetic over number answers, options that stand for an amount, and other figures. */
public sealed interface Formula {

  /** What it comes to; nothing where a name has no amount, or nothing can be divided by zero. */
  Optional<BigDecimal> value(Function<String, @Nullable BigDecimal> amounts);

  /** How it reads, each name being worded by the function. */
  String text(Function<String, String> named);

  /** The names in it, in the order in which they stand. */
  Set<String> names();

  /** A fixed number. */
  record Amount(BigDecimal amount) implements Formula {
    @Override
    public Optional<BigDecimal> value(Function<String, @Nullable BigDecimal> amounts) {
      return Optional.of(amount);
    }

    @Override
    public String text(Function<String, String> named) {
      return Amounts.grouped(amount);
    }

    @Override
    public Set<String> names() {
      return Set.of();
    }
  }

  /** An ask or another figure. */
  record Name(String name) implements Formula {
    @Override
    public Optional<BigDecimal> value(Function<String, @Nullable BigDecimal> amounts) {
      return Optional.ofNullable(amounts.apply(name));
    }

    @Override
    public String text(Function<String, String> named) {
      return named.apply(name);
    }

    @Override
    public Set<String> names() {
      return Set.of(name);
    }
  }

  /** Two parts and what is done with them. */
  record Pair(Operator operator, Formula left, Formula right) implements Formula {
    @Override
    public Optional<BigDecimal> value(Function<String, @Nullable BigDecimal> amounts) {
      return left.value(amounts)
          .flatMap(l -> right.value(amounts).flatMap(r -> operator.apply(l, r)));
    }

    @Override
    public String text(Function<String, String> named) {
      return inner(left, false, named) + " " + operator.sign() + " " + inner(right, true, named);
    }

    private String inner(Formula part, boolean right, Function<String, String> named) {
      boolean bracketed =
          part instanceof Pair(var inner, _, _)
              && (inner.binds() < operator.binds()
                  || (right && inner.binds() == operator.binds() && !operator.anyOrder()));
      return bracketed ? "(" + part.text(named) + ")" : part.text(named);
    }

    @Override
    public Set<String> names() {
      return Formula.namesOf(List.of(left, right));
    }
  }

  /** The least, the most, or the next whole number of its parts. */
  record Call(Operation operation, List<Formula> of) implements Formula {
    public Call {
      of = List.copyOf(of);
    }

    @Override
    public Optional<BigDecimal> value(Function<String, @Nullable BigDecimal> amounts) {
      List<BigDecimal> values = new ArrayList<>();
      for (Formula part : of) {
        Optional<BigDecimal> value = part.value(amounts);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        values.add(value.get());
      }
      return switch (operation) {
        case MIN -> values.stream().reduce(BigDecimal::min);
        case MAX -> values.stream().reduce(BigDecimal::max);
        case CEIL -> values.stream().findFirst().map(v -> v.setScale(0, RoundingMode.CEILING));
      };
    }

    @Override
    public String text(Function<String, String> named) {
      return of.stream()
          .map(part -> part.text(named))
          .collect(Collectors.joining(", ", operation.key() + "(", ")"));
    }

    @Override
    public Set<String> names() {
      return Formula.namesOf(of);
    }
  }

  /** What is done with two parts. */
  enum Operator {
    PLUS("+", 1, true),
    MINUS("−", 1, false),
    TIMES("×", 2, true),
    OVER("÷", 2, false);

    private static final int LONGEST = 60;

    private final String sign;
    private final int binds;
    private final boolean anyOrder;

    Operator(String sign, int binds, boolean anyOrder) {
      this.sign = sign;
      this.binds = binds;
      this.anyOrder = anyOrder;
    }

    /** How it reads. */
    public String sign() {
      return sign;
    }

    int binds() {
      return binds;
    }

    boolean anyOrder() {
      return anyOrder;
    }

    Optional<BigDecimal> apply(BigDecimal left, BigDecimal right) {
      return worked(left, right).filter(Operator::canBeWritten);
    }

    // Figures that square each other reach a length at which writing one fills the memory.
    private static boolean canBeWritten(BigDecimal number) {
      return number.precision() - number.scale() <= LONGEST;
    }

    private Optional<BigDecimal> worked(BigDecimal left, BigDecimal right) {
      return switch (this) {
        case PLUS -> Optional.of(left.add(right, MathContext.DECIMAL64));
        case MINUS -> Optional.of(left.subtract(right, MathContext.DECIMAL64));
        case TIMES -> Optional.of(left.multiply(right, MathContext.DECIMAL64));
        case OVER ->
            right.signum() == 0
                ? Optional.empty()
                : Optional.of(left.divide(right, MathContext.DECIMAL64));
      };
    }
  }

  /** What is done with several parts. */
  enum Operation {
    MIN("min"),
    MAX("max"),
    CEIL("ceil");

    private final String key;

    Operation(String key) {
      this.key = key;
    }

    /** How it is written. */
    public String key() {
      return key;
    }
  }

  private static Set<String> namesOf(List<Formula> parts) {
    Set<String> names = new LinkedHashSet<>();
    parts.forEach(part -> names.addAll(part.names()));
    return names;
  }
}
