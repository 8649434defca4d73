package dev.aiwf.app;

import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Spent;
import dev.aiwf.engine.Figures;
import dev.aiwf.engine.Watch;
import dev.aiwf.engine.rows.Fate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Counts and times what the engine does, for whoever watches it. */
final class Meters implements Watch {

  /** From well within what people feel, to what somebody should look at. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(5)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Meters() {
    new JvmMemoryMetrics().bindTo(registry);
    for (Settled.State outcome : Settled.State.values()) {
      // There from the start, so that a rate of none is seen as none.
      if (outcome != Settled.State.WAITING) {
        var _ = turns(outcome);
      }
    }
    for (Fact.End end : Fact.End.values()) {
      var _ = answers(end);
    }
  }

  @Override
  public void turn(Settled.State outcome, Duration sinceAccepted) {
    turns(outcome).record(sinceAccepted);
  }

  @Override
  public void effect(String kind, Fate fate, Duration took) {
    Timer.builder("aiwf.effect")
        .description("from an effect's coming to be to its end")
        .tag("kind", kind)
        .tag("fate", fate.key())
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(took);
  }

  @Override
  public void later(String kind) {
    registry.counter("aiwf.effect.later", "kind", kind).increment();
  }

  @Override
  public void answered(Fact.End how) {
    answers(how).increment();
  }

  private Counter answers(Fact.End how) {
    return Counter.builder("aiwf.model.answers")
        .description("answers of the architect, by how they ended")
        .tag("end", how.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  @Override
  public void spent(boolean second, Spent spent) {
    String model = second ? "second" : "first";
    registry
        .counter("aiwf.model.tokens", "model", model, "kind", "read")
        .increment((double) spent.read());
    registry
        .counter("aiwf.model.tokens", "model", model, "kind", "written")
        .increment((double) spent.written());
    BigDecimal cost = spent.cost();
    if (cost != null) {
      registry.counter("aiwf.model.cost.dollars", "model", model).increment(cost.doubleValue());
    }
  }

  private Timer turns(Settled.State outcome) {
    return Timer.builder("aiwf.turn")
        .description("from a command's acknowledgement to what came of it")
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  /** Shows what waits, looked up once for all of these and at most once a second. */
  void show(Supplier<Figures> figures) {
    Supplier<Figures> looked = new Lately<>(figures, Duration.ofSeconds(1), System::nanoTime);
    gauge("aiwf.inbox.waiting", "commands that wait for their turn", looked, Figures::commands);
    gauge(
        "aiwf.inbox.age.seconds",
        "how long the oldest command has waited",
        looked,
        f -> seconds(f.inboxAge()));
    gauge("aiwf.outbox.waiting", "effects that wait to be done", looked, Figures::effects);
    gauge(
        "aiwf.lane.age.seconds",
        "how long the oldest effect has waited",
        looked,
        f -> seconds(f.laneAge()));
    gauge("aiwf.outbox.held", "effects that wait for a word", looked, Figures::held);
    gauge("aiwf.outbox.given.up", "effects that somebody should look at", looked, Figures::givenUp);
  }

  /** Shows whether a surface is reached. */
  void watch(String surface, BooleanSupplier reached) {
    Gauge.builder("aiwf.surface.connected", reached, r -> r.getAsBoolean() ? 1 : 0)
        .description("whether the surface is reached")
        .tag("surface", surface)
        .strongReference(true)
        .register(registry);
  }

  private void gauge(
      String name, String what, Supplier<Figures> looked, ToDoubleFunction<Figures> figure) {
    Gauge.builder(name, looked, l -> figure.applyAsDouble(l.get()))
        .description(what)
        // Nobody else holds it.
        .strongReference(true)
        .register(registry);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }

  /** As Prometheus reads it. */
  String scrape() {
    return registry.scrape();
  }
}
