package dev.aiwf.packs;

import java.util.Optional;

/**
 * A Markdown file that begins with YAML between two lines of {@code ---}.
 *
 * @param yaml the YAML, with an empty line in place of the first fence, so that lines are those of
 *     the file
 * @param body what comes after it
 */
record FrontMatter(String yaml, String body) {

  private static final String FENCE = "---";

  /**
   * The two parts of a file; none, and a problem, if it has no keys.
   *
   * @param what how to call the file at the head of a sentence, for example {@code A step}
   */
  static Optional<FrontMatter> read(Source source, String text, String what) {
    if (!text.startsWith(FENCE + "\n")) {
      source.problem(1, what + " begins with a line of --- and its keys.");
      return Optional.empty();
    }
    int end = text.indexOf("\n" + FENCE + "\n", FENCE.length());
    if (end < 0 && text.endsWith("\n" + FENCE)) {
      end = text.length() - FENCE.length() - 1;
    }
    if (end < 0) {
      source.problem(1, "The keys begin here and nowhere end: a second line of --- is missing.");
      return Optional.empty();
    }
    String yaml = text.substring(FENCE.length(), end + 1);
    String body = text.substring(Math.min(text.length(), end + FENCE.length() + 1)).strip();
    return Optional.of(new FrontMatter(yaml, body));
  }
}
