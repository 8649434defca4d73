package dev.aiwf.web.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit with what it changed.
 *
 * @param shell what is around it
 * @param commit the commit
 * @param message all that it says after its title
 * @param diff what it changed, line by line
 * @param cut whether that is not all
 * @param remote where it can be looked at outside
 */
public record CommitPage(
    Shell shell,
    ArtifactsView.Commit commit,
    String message,
    List<Line> diff,
    boolean cut,
    @Nullable String remote) {

  public CommitPage {
    diff = List.copyOf(diff);
  }

  /** The lines of a unified diff. */
  static List<Line> lines(String diff) {
    return diff.lines().map(Line::of).toList();
  }

  /** A line of it, and how it is drawn. */
  public record Line(String text, String style) {

    private static Line of(String text) {
      return new Line(text, style(text));
    }

    private static String style(String text) {
      if (text.startsWith("diff ")
          || text.startsWith("@@")
          || text.startsWith("+++ ")
          || text.startsWith("--- ")
          || text.startsWith("index ")) {
        return "head";
      }
      return text.startsWith("+") ? "plus" : text.startsWith("-") ? "minus" : "";
    }
  }
}
