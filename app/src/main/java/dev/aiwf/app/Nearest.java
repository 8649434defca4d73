package dev.aiwf.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what somebody meant who spelt it differently. */
final class Nearest {

  private static final int LONGEST = 60;

  private Nearest() {}

  static Optional<String> to(String word, Collection<String> known) {
    return to(word, known.stream().collect(Collectors.toMap(name -> name, name -> name)));
  }

  /** The name behind the nearest spelling, if one is near. */
  static Optional<String> to(String word, Map<String, String> names) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    return names.keySet().stream()
        .sorted()
        .min(Comparator.comparingInt(spelling -> distance(word, spelling)))
        .filter(spelling -> distance(word, spelling) <= 2)
        .map(names::get);
  }

  /** How many letters must be put in, taken out or changed. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] line = new int[to.length() + 1];
      line[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        line[column] =
            Math.min(Math.min(line[column - 1], above[column]) + 1, above[column - 1] + change);
      }
      above = line;
    }
    return above[to.length()];
  }
}
