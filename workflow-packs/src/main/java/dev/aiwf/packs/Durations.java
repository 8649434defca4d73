package dev.aiwf.packs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths of time like 30m, 24h and 3d. */
final class Durations {

  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,3})([mhd])");

  private Durations() {}

  static List<Duration> read(Source source, Fields fields, String key) {
    return fields.words(key).stream().flatMap(word -> read(source, key, word).stream()).toList();
  }

  private static Optional<Duration> read(Source source, String key, Tree.Scalar word) {
    Matcher matcher = FORM.matcher(word.text());
    if (!matcher.matches()) {
      source.problem(
          word.line(),
          "\"%s\" takes lengths of time like 30m, 24h or 3d, not \"%s\"."
              .formatted(key, word.text()));
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }
}
