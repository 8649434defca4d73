package dev.aiwf.testkit;

import dev.aiwf.core.port.People;
import dev.aiwf.testkit.contract.PeopleContract;

class MemoryPeopleTest extends PeopleContract {

  @Override
  protected People open(SettableClock time) {
    return new MemoryPeople(time);
  }
}
