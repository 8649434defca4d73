package dev.aiwf.web.export;

import dev.aiwf.core.guide.Chain;
import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Projects;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first page shows.
 *
 * @param standing the project
 * @param files what lies in its folder
 * @param decisions why each stands
 * @param commits the latest first
 * @param history its facts, the earliest first
 */
public record IndexView(
    Projects.Standing standing,
    List<File> files,
    List<Chain> decisions,
    List<Artifacts.Change> commits,
    List<AuditLine> history) {

  /**
   * A file.
   *
   * @param href where it is in the zip; none if its name can't be unpacked safely
   * @param page where it can be read as a page; none if it is no Markdown
   */
  public record File(String path, long bytes, @Nullable String href, @Nullable String page) {}
}
