package dev.aiwf.web.export;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.ProjectId;
import java.io.IOException;
import java.io.OutputStream;

/** Where everything of a project can be had as a zip. */
public interface Exports {

  /**
   * Writes a project's zip, whose last entry is {@code index.html}: one that lacks it broke off.
   *
   * @return whether there is such a project; nothing is written otherwise
   */
  boolean write(ProjectId project, OutputStream out) throws IOException, NotNow, NotEver;
}
