package dev.aiwf.core.workflow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold of the answers given so far. What is not answered holds for nothing. */
public sealed interface Condition {

  /** Whether it holds, given each ask's value, if any. */
  boolean holds(Function<String, @Nullable Value> values);

  /** The asks and figures it looks at. */
  Set<String> asks();

  /** The ask was answered with exactly this. */
  record Is(String ask, String expected) implements Condition {
    @Override
    public boolean holds(Function<String, @Nullable Value> values) {
      Value value = values.apply(ask);
      return value != null && value.text().equals(expected);
    }

    @Override
    public Set<String> asks() {
      return Set.of(ask);
    }
  }

  /** The ask was answered with one of these. */
  record In(String ask, List<String> expected) implements Condition {
    public In {
      expected = List.copyOf(expected);
    }

    @Override
    public boolean holds(Function<String, @Nullable Value> values) {
      Value value = values.apply(ask);
      return value != null && expected.contains(value.text());
    }

    @Override
    public Set<String> asks() {
      return Set.of(ask);
    }
  }

  /** The ask was answered with this number or a larger one. */
  record AtLeast(String ask, BigDecimal least) implements Condition {
    @Override
    public boolean holds(Function<String, @Nullable Value> values) {
      return values.apply(ask) instanceof Value.Number(var number) && number.compareTo(least) >= 0;
    }

    @Override
    public Set<String> asks() {
      return Set.of(ask);
    }
  }

  /** Every ask that the inner condition looks at is answered, and it does not hold. */
  record Not(Condition inner) implements Condition {
    @Override
    public boolean holds(Function<String, @Nullable Value> values) {
      return inner.asks().stream().allMatch(ask -> values.apply(ask) != null)
          && !inner.holds(values);
    }

    @Override
    public Set<String> asks() {
      return inner.asks();
    }
  }

  /** All of these hold; with none given, it always holds. */
  record All(List<Condition> of) implements Condition {
    public All {
      of = List.copyOf(of);
    }

    @Override
    public boolean holds(Function<String, @Nullable Value> values) {
      return of.stream().allMatch(condition -> condition.holds(values));
    }

    @Override
    public Set<String> asks() {
      return asksOf(of.stream());
    }
  }

  /** At least one of these holds. */
  record Any(List<Condition> of) implements Condition {
    public Any {
      of = List.copyOf(of);
    }

    @Override
    public boolean holds(Function<String, @Nullable Value> values) {
      return of.stream().anyMatch(condition -> condition.holds(values));
    }

    @Override
    public Set<String> asks() {
      return asksOf(of.stream());
    }
  }

  private static Set<String> asksOf(Stream<Condition> conditions) {
    return conditions.flatMap(c -> c.asks().stream()).collect(Collectors.toUnmodifiableSet());
  }
}
