package dev.aiwf.app;

import dev.aiwf.core.port.Forgetting.Known;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who might have been meant by a name that nobody has. */
final class NearNames {

  private static final int MOST = 5;

  private NearNames() {}

  static List<Known> of(String name, List<Known> people) {
    String meant = name.toLowerCase(Locale.ROOT);
    return people.stream()
        .filter(known -> distance(meant, known) <= Math.max(2, meant.length() / 3))
        .sorted(Comparator.comparingInt(known -> distance(meant, known)))
        .limit(MOST)
        .toList();
  }

  /** None where one holds the other; else the fewest letters to change. */
  private static int distance(String meant, Known known) {
    return Stream.concat(Stream.of(known.id().value()), known.names().stream())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .mapToInt(name -> name.contains(meant) || meant.contains(name) ? 0 : distance(meant, name))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
