package dev.aiwf.architect;

import dev.aiwf.core.port.Architect;
import dev.aiwf.testkit.contract.ArchitectContract;
import dev.aiwf.testkit.model.Dialect;
import dev.aiwf.testkit.model.FakeModel;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class LangchainArchitectContractTest extends ArchitectContract {

  private final Meeting meeting = new Meeting();

  @Override
  protected Architect speakingWith(FakeModel model, Dialect dialect) {
    return meeting.with(model, dialect);
  }

  @Override
  protected Architect speakingWith(
      FakeModel first, Dialect dialect, FakeModel second, Dialect other) {
    return meeting.with(
        Meeting.settings(first, dialect), Optional.of(Meeting.settings(second, other)));
  }

  @AfterEach
  void end() {
    meeting.close();
  }
}
