package dev.aiwf.web.pages;

import dev.aiwf.core.guide.Chain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that was committed for a project.
 *
 * @param shell what is around it
 * @param path its place below the project's folder
 * @param html what is in it, as people read it; none if it is no Markdown or is looked at raw
 * @param lines what is in it, line by line; none if it is shown as HTML or can't be shown
 * @param unshown why it can't be shown
 * @param address where it is, to be looked at otherwise
 * @param download where it can be had as it is
 * @param remote where it can be looked at outside
 * @param why what stands behind the line that was asked about
 */
public record FilePage(
    Shell shell,
    String path,
    @Nullable String html,
    List<String> lines,
    @Nullable String unshown,
    boolean markdown,
    String address,
    String download,
    @Nullable String remote,
    @Nullable Why why) {

  public FilePage {
    lines = List.copyOf(lines);
  }

  /**
   * What stands behind a line.
   *
   * @param line which, beginning with 1
   * @param commit the commit that it is from; none if that is not known
   * @param decisions what was decided behind it
   */
  public record Why(
      int line, String text, ArtifactsView.@Nullable Commit commit, List<Chain> decisions) {
    public Why {
      decisions = List.copyOf(decisions);
    }
  }
}
