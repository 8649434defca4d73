package dev.aiwf.core.project;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What talking with a model cost.
 *
 * @param read the tokens that models were sent
 * @param written the tokens that they wrote
 * @param cost in US dollars, as far as prices are known; none where none is
 */
public record Spent(long read, long written, @Nullable BigDecimal cost) {

  /** Nothing was spent. */
  public static final Spent NOTHING = new Spent(0, 0, null);

  /** All tokens together. */
  public long tokens() {
    return read + written;
  }

  /** Both together. */
  public Spent and(Spent more) {
    return new Spent(read + more.read, written + more.written, sum(cost, more.cost));
  }

  private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null ? other : other == null ? one : one.add(other);
  }
}
