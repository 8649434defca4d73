package dev.aiwf.knowledge.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a tool answered.
 *
 * @param tool its name
 * @param millis how long each call took, the shortest first
 * @param results how many results there were on average
 * @param sources the titles of all sources that were cited
 * @param trouble what went wrong, if something did
 */
public record Asked(
    String tool, List<Double> millis, int results, Set<String> sources, Optional<String> trouble) {

  private static final double HALF = 0.5;
  private static final double NEARLY_ALL = 0.99;

  public Asked {
    millis = millis.stream().sorted().toList();
    sources = Set.copyOf(new TreeSet<>(sources));
  }

  /** How long half of the calls took at most. */
  public double median() {
    return at(HALF);
  }

  /** How long all but one in a hundred took at most. */
  public double p99() {
    return at(NEARLY_ALL);
  }

  private double at(double share) {
    return millis.isEmpty()
        ? Double.NaN
        : millis.get(Math.max(0, (int) Math.ceil(share * millis.size()) - 1));
  }
}
