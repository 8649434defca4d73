package dev.aiwf.architect;

import dev.aiwf.core.port.Architect.Spent;
import dev.langchain4j.model.output.TokenUsage;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what one turn of talk costs, over all its requests and models. */
final class Tally {

  private long read;
  private long written;
  private @Nullable BigDecimal cost = BigDecimal.ZERO;

  /** Takes a model's own count, and an estimate for what it does not say. */
  void add(
      @Nullable TokenUsage usage, int estimatedRead, int estimatedWritten, Optional<Price> price) {
    int counted = usage == null ? 0 : zeroIfNone(usage.inputTokenCount());
    int wrote = usage == null ? 0 : zeroIfNone(usage.outputTokenCount());
    // Thoughts are paid for, and some count them in the sum alone.
    int rest = usage == null ? 0 : zeroIfNone(usage.totalTokenCount()) - counted;
    add(
        counted == 0 ? estimatedRead : counted,
        wrote == 0 ? estimatedWritten : Math.max(wrote, rest),
        price);
  }

  private static int zeroIfNone(@Nullable Integer count) {
    return count == null ? 0 : count;
  }

  private void add(long tokensRead, long tokensWritten, Optional<Price> price) {
    read += tokensRead;
    written += tokensWritten;
    BigDecimal before = cost;
    cost =
        before == null
            ? null
            : price.map(each -> before.add(each.of(tokensRead, tokensWritten))).orElse(null);
  }

  long tokens() {
    return read + written;
  }

  Spent spent(String model) {
    return new Spent(model, read, written, cost);
  }
}
