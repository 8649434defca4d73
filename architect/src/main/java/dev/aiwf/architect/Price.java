package dev.aiwf.architect;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a model costs, in US dollars.
 *
 * @param read for a million tokens that it reads
 * @param written for a million tokens that it writes
 */
public record Price(BigDecimal read, BigDecimal written) {

  private static final int MILLION = 6;
  private static final int DECIMALS = 6;

  /** What so many tokens cost, rounded up to a millionth. */
  public BigDecimal of(long tokensRead, long tokensWritten) {
    return read.multiply(BigDecimal.valueOf(tokensRead))
        .add(written.multiply(BigDecimal.valueOf(tokensWritten)))
        .movePointLeft(MILLION)
        .setScale(DECIMALS, RoundingMode.UP);
  }
}
