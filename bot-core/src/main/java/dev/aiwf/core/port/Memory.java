package dev.aiwf.core.port;

import dev.aiwf.core.guide.CaseStudy;
import dev.aiwf.core.project.ProjectId;

/** Keeps what finished projects decided, so that later ones find it. */
public interface Memory {

  /** Keeps nothing. */
  Memory NONE =
      new Memory() {
        @Override
        public void keep(CaseStudy study) {}

        @Override
        public void remove(ProjectId project) {}
      };

  /**
   * Keeps what a project decided, in place of what was kept of it before. Doing it again changes
   * nothing.
   */
  void keep(CaseStudy study) throws NotNow;

  /** Takes away what is kept of a project, if anything is. */
  void remove(ProjectId project) throws NotNow;
}
