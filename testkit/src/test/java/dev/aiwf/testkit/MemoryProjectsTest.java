package dev.aiwf.testkit;

import dev.aiwf.testkit.contract.ProjectsContract;
import java.util.List;

class MemoryProjectsTest extends ProjectsContract {

  @Override
  protected Ports open() {
    MemoryProjects memory = new MemoryProjects(SettableClock.begun(), List.of(TwoSteps.workflow()));
    return new Ports(memory, memory);
  }
}
