package dev.aiwf.web.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long things took since the program began, read from what it shows to Prometheus. */
final class Timings {

  private static final Pattern BUCKET =
      Pattern.compile("aiwf_(turn|effect)_seconds_bucket\\{(.*)} (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final double MOST = 0.99;
  private static final double HALF = 0.5;
  private static final double MILLIS = 1_000;

  private Timings() {}

  /** One line for turns and one for each kind of effect that was done. */
  static List<OperationsView.Timing> read(String metrics) {
    Map<String, TreeMap<Double, Double>> buckets = new LinkedHashMap<>();
    metrics
        .lines()
        .map(BUCKET::matcher)
        .filter(Matcher::matches)
        .forEach(line -> {
          Map<String, String> labels = labels(line.group(2));
          buckets
              .computeIfAbsent(name(line.group(1), labels), _ -> new TreeMap<>())
              .merge(limit(labels), Double.parseDouble(line.group(3)), Double::sum);
        });
    return buckets.entrySet().stream()
        .flatMap(each -> timing(each.getKey(), each.getValue()).stream())
        .toList();
  }

  private static String name(String what, Map<String, String> labels) {
    return what.equals("turn") ? "turns" : labels.getOrDefault("kind", "effects");
  }

  private static double limit(Map<String, String> labels) {
    String le = labels.getOrDefault("le", "+Inf");
    return le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), label.group(2)));
    return labels;
  }

  private static Optional<OperationsView.Timing> timing(
      String what, SortedMap<Double, Double> buckets) {
    double all = buckets.getOrDefault(buckets.lastKey(), 0.0);
    return all == 0
        ? Optional.empty()
        : Optional.of(
            new OperationsView.Timing(
                what, (long) all, within(buckets, all * HALF), within(buckets, all * MOST)));
  }

  /** The buckets tell a limit below which so many were, and nothing finer. */
  private static String within(SortedMap<Double, Double> buckets, double count) {
    double last = 0;
    for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
      if (bucket.getValue() >= count) {
        return bucket.getKey().isInfinite()
            ? "over " + words(last)
            : "within " + words(bucket.getKey());
      }
      last = bucket.getKey();
    }
    return "";
  }

  private static String words(double seconds) {
    return seconds < 1 ? "%.0f ms".formatted(seconds * MILLIS) : "%.0f s".formatted(seconds);
  }
}
