package dev.aiwf.core.guide;

import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Workflow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decisions that may stand behind a line of a file.
 *
 * @param line what stands in it
 * @param heading the nearest heading above it, or in it; none if there is none
 */
public record Behind(String line, @Nullable String heading) {

  private static final Pattern HEADING = Pattern.compile("\\s{0,3}#{1,6}\\s.*");

  /** A line of a text, counted from 1; none if the text has no such line. */
  public static Optional<Behind> line(String text, int number) {
    List<String> lines = text.lines().toList();
    if (number < 1 || number > lines.size()) {
      return Optional.empty();
    }
    String heading =
        lines.subList(0, number).reversed().stream()
            .filter(line -> HEADING.matcher(line).matches())
            .findFirst()
            .orElse(null);
    return Optional.of(new Behind(lines.get(number - 1), heading));
  }

  /**
   * The decisions of the step that wrote the line, and those of others that it names by number. The
   * ones that it speaks of come first, then those that its heading does.
   */
  public List<Chain> decisions(Workflow workflow, Sidecar sidecar, String step) {
    return Chain.decisions(workflow, sidecar).stream()
        .filter(chain -> chain.step().id().equals(step) || isNumbered(chain))
        .sorted(Comparator.comparingInt(this::distance))
        .toList();
  }

  private boolean isNumbered(Chain chain) {
    return Stream.ofNullable(chain.number())
        .anyMatch(number -> stands(number, line) || stands(number, heading));
  }

  private int distance(Chain chain) {
    if (names(chain).anyMatch(name -> stands(name, line))) {
      return 0;
    }
    return names(chain).anyMatch(name -> stands(name, heading)) ? 1 : 2;
  }

  private static Stream<String> names(Chain chain) {
    return Stream.concat(
        Stream.ofNullable(chain.number()),
        Stream.of(chain.answer().value().text(), Words.value(chain.ask(), chain.answer().value())));
  }

  /** As a word of its own; a backslash only keeps Markdown from reading a sign as its own. */
  private static boolean stands(String name, @Nullable String text) {
    return text != null
        && Pattern.compile(
                "(?<![\\p{Alnum}-])" + Pattern.quote(name) + "(?![\\p{Alnum}-])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(text.replace("\\", ""))
            .find();
  }
}
