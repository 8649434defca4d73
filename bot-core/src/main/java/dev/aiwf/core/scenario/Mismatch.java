package dev.aiwf.core.scenario;

import java.util.List;

/**
 * Where expectation and result part.
 *
 * @param line the line of the scenario
 * @param expected what was to be
 * @param instead what was there
 * @param last the last things that happened in the channel, the latest last
 */
public record Mismatch(int line, String expected, String instead, List<Happening> last) {
  public Mismatch {
    last = List.copyOf(last);
  }
}
