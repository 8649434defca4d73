package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.aiwf.core.port.Memory;
import dev.aiwf.core.project.Sample;
import dev.aiwf.engine.Engine;
import dev.aiwf.engine.Watch;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.packs.Packs;
import dev.aiwf.packs.PacksRead;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The project that a new installation shows, whatever comes between. */
class SampleProjectTest {

  private static final String IT = "/api/projects/" + Sample.ID.value();

  @TempDir private Path folder;
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    root.addAppender(logged);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(logged);
  }

  private Program start() throws Exception {
    return Program.start(settings(true), () -> {});
  }

  private Settings settings(boolean sample) throws Settings.Wrong {
    String home = Path.of("..").toAbsolutePath().toString();
    return Trial.withKnowledge(
        folder, Map.of("AIWF_SAMPLE", String.valueOf(sample), "AIWF_PACKS", home));
  }

  private record Made(long number, String status) {

    static Made in(Program program) throws Exception {
      try (Caller caller = new Caller(program, "lead")) {
        JsonNode state = new JsonMapper().readTree(caller.get(IT));
        return new Made(state.path("number").asLong(0), state.path("status").asString(""));
      }
    }

    boolean complete() {
      return status.equals("complete");
    }
  }

  @Test
  void brokenOffAgainAndAgainItIsMadeInTheEndAndNobodyComplains() throws Exception {
    long before = 0;
    for (int more = 0; more < 6; more++) {
      try (Program program = start()) {
        long least = before + more;
        Made made =
            await().until(() -> Made.in(program), now -> now.complete() || now.number() >= least);
        before = made.number();
        if (more == 2) {
          beginAnother(program);
        }
      }
    }
    try (Program program = start()) {
      await().until(() -> Made.in(program).complete());
    }
    assertThat(complaints()).isEmpty();
  }

  @Test
  void whoeverHasAProjectAlreadyIsShownNone() throws Exception {
    try (Program program = Program.start(settings(false), () -> {})) {
      beginAnother(program);
    }
    assertThat(isThereAfterAStart()).isFalse();
  }

  @Test
  void onceRemovedItDoesNotComeBack() throws Exception {
    try (Program program = start()) {
      await().until(() -> Made.in(program).number() > 0);
    }
    try (Operator operator = Operator.of(settings(true))) {
      assertThat(operator.forgetting().forget(Sample.ID, false)).isPresent();
    }
    assertThat(isThereAfterAStart()).isFalse();
  }

  /** As a start has it made, but waited for. */
  private boolean isThereAfterAStart() throws Exception {
    Settings settings = settings(true);
    PacksRead packs = Packs.read(settings.packs());
    Clock clock = Clock.systemUTC();
    try (Engine engine =
        Program.engine(
            settings,
            DataFolder.take(settings.data()),
            clock,
            packs.workflows(),
            Program.repositories(settings, clock),
            Memory.NONE,
            Watch.NONE)) {
      engine.work(List.of());
      new SampleProject(engine.inbox(), engine.projects(), settings.data(), settings.packs(), packs)
          .makeOnce();
      return engine.projects().find(Sample.ID).isPresent();
    }
  }

  private static void beginAnother(Program program) throws Exception {
    try (Caller caller = new Caller(program, "lead")) {
      caller.send("/api/projects", "{\"name\": \"our-own\"}");
    }
  }

  private List<String> complaints() {
    return logged.list.stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }
}
