package dev.aiwf.knowledge.items;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a source out of a file's nodes. */
final class SourceReader {

  private static final int MOST_AUTHORS = 50;
  private static final int MOST_PASSAGES = 50;
  private static final Set<String> KEYS =
      new LinkedHashSet<>(
          List.of("title", "authors", "type", "url", "published", "read", "passages"));
  private static final Pattern URL = Pattern.compile("https?://[^\\s/]+\\.[^\\s/]+(?:/\\S*)?");

  private SourceReader() {}

  static Optional<Entry> read(Report report, String id, boolean team, Node node) {
    return Fields.of(report, node, KEYS).map(fields -> new Entry.OfSource(of(fields, id, team)));
  }

  private static Source of(Fields fields, String id, boolean team) {
    return new Source(
        id,
        fields.text("title", Size.ENTRY),
        fields.texts("authors", 1, MOST_AUTHORS, Size.LINE),
        type(fields),
        url(fields, team),
        fields.optionalText("published", Size.LINE),
        day(fields),
        fields.texts("passages", 1, MOST_PASSAGES, Size.ENTRY),
        team);
  }

  private static Source.Type type(Fields fields) {
    String word = fields.text("type", Size.LINE);
    for (Source.Type type : Source.Type.values()) {
      if (type.word().equals(word)) {
        return type;
      }
    }
    if (!word.isEmpty()) {
      fields
          .report()
          .problem(
              fields.line("type"),
              Problem.Code.WRONG_VALUE,
              "A source's type is one of: %s."
                  .formatted(
                      Arrays.stream(Source.Type.values())
                          .map(Source.Type::word)
                          .collect(Collectors.joining(", "))));
    }
    return Source.Type.DOCUMENTATION;
  }

  /** What a team did lies where only the team can read it. */
  private static @Nullable String url(Fields fields, boolean team) {
    String url = team ? fields.optionalText("url", Size.ADDRESS) : fields.text("url", Size.ADDRESS);
    if (url != null && !url.isEmpty() && !URL.matcher(url.toLowerCase(Locale.ROOT)).matches()) {
      fields
          .report()
          .problem(
              fields.line("url"),
              Problem.Code.WRONG_VALUE,
              "\"url\" is a public address such as https://example.com/text.");
    }
    return url;
  }

  private static LocalDate day(Fields fields) {
    String day = fields.text("read", Size.LINE);
    try {
      return day.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      fields
          .report()
          .problem(
              fields.line("read"),
              Problem.Code.WRONG_VALUE,
              "\"read\" is a day such as 2026-11-21.");
      return LocalDate.EPOCH;
    }
  }
}
