package dev.aiwf.testkit;

import dev.aiwf.core.guide.CaseStudy;
import dev.aiwf.core.port.Memory;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.ProjectId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what finished projects decided in memory, unless a test has it fail. */
public final class FakeMemory implements Memory {

  private final Map<ProjectId, CaseStudy> studies = new LinkedHashMap<>();
  private int failures;
  private int kept;

  /** One that is empty. */
  public FakeMemory() {}

  /** What is kept of a project. */
  public synchronized Optional<CaseStudy> of(ProjectId project) {
    return Optional.ofNullable(studies.get(project));
  }

  /** All that is kept. */
  public synchronized List<CaseStudy> all() {
    return List.copyOf(studies.values());
  }

  /** How often something was kept. */
  public synchronized int kept() {
    return kept;
  }

  /** The next thing that is asked of it can't be done. */
  public synchronized void failOnce() {
    failures++;
  }

  /** Whether it still can't do the next thing. */
  public synchronized boolean fails() {
    return failures > 0;
  }

  @Override
  public synchronized void keep(CaseStudy study) throws NotNow {
    mayFail();
    studies.put(study.project(), study);
    kept++;
  }

  @Override
  public synchronized void remove(ProjectId project) throws NotNow {
    mayFail();
    studies.remove(project);
  }

  private void mayFail() throws NotNow {
    if (failures > 0) {
      failures--;
      throw new NotNow("The disk is full (fake).", (Throwable) null);
    }
  }
}
