package dev.aiwf.architect;

import dev.aiwf.testkit.SettableClock;
import dev.aiwf.testkit.model.Dialect;
import dev.aiwf.testkit.model.FakeModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** An architect whose time and chance are a test's. */
final class Meeting implements AutoCloseable {

  static final Patience PATIENCE =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofMinutes(4));

  final SettableClock clock = SettableClock.begun();
  final List<Duration> pauses = new ArrayList<>();
  private final List<LangchainArchitect> architects = new ArrayList<>();

  LangchainArchitect with(FakeModel model, Dialect dialect) {
    return with(settings(model, dialect), Optional.empty());
  }

  LangchainArchitect with(ArchitectSettings.Model first, Optional<ArchitectSettings.Model> second) {
    LangchainArchitect architect =
        LangchainArchitect.connect(
            new ArchitectSettings(first, second, PATIENCE),
            new World(clock, new Random(7), this::passed));
    architects.add(architect);
    return architect;
  }

  private void passed(Duration length) {
    pauses.add(length);
    clock.tick(length);
  }

  static ArchitectSettings.Model settings(FakeModel model, Dialect dialect) {
    return new ArchitectSettings.Model(
        Provider.valueOf(dialect.name()),
        FakeModel.NAME,
        Optional.of(model.address()),
        Optional.of(FakeModel.KEY),
        Optional.of(new Price(new BigDecimal(2), BigDecimal.TEN)));
  }

  @Override
  public void close() {
    architects.forEach(LangchainArchitect::close);
  }
}
