package dev.aiwf.core.scenario;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whose answers were recorded.
 *
 * @param model what the model is called
 * @param second what is asked where that one gives no answer; none if nobody is
 * @param price what they cost; none where that is not known
 */
public record Recording(String model, @Nullable String second, @Nullable Price price) {

  /**
   * What a model costs, in US dollars.
   *
   * @param read for a million tokens that it reads
   * @param written for a million tokens that it writes
   */
  public record Price(BigDecimal read, BigDecimal written) {}
}
