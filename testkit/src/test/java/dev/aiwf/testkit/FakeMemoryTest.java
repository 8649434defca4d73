package dev.aiwf.testkit;

import dev.aiwf.core.guide.CaseStudy;
import dev.aiwf.core.port.Memory;
import dev.aiwf.testkit.contract.MemoryContract;
import java.util.List;

class FakeMemoryTest extends MemoryContract {

  private final FakeMemory fake = new FakeMemory();

  @Override
  protected Memory memory() {
    return fake;
  }

  @Override
  protected List<String> reasons() {
    return fake.all().stream()
        .flatMap(study -> study.decisions().stream())
        .map(CaseStudy.Choice::chosen)
        .toList();
  }
}
