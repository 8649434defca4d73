package dev.aiwf.knowledge.client;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.project.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One knowledge base. However it fails, whoever asks hears that it is silent, and soon. */
final class Base implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Base.class);
  private static final int TRIES = 3;
  private static final Duration PAUSE = Duration.ofMillis(150);

  /** Asks in a session. */
  @FunctionalInterface
  private interface Ask<Q, T> {
    T of(Q question) throws InterruptedException;
  }

  private final String name;
  private final World world;
  private final Line line;
  private final Breaker breaker;
  private final Semaphore room;
  private final Memory<Query, List<Finding>> findings;
  private final Memory<String, Optional<Knowledge.Item>> items;

  Base(KnowledgeSettings.Server server, World world) {
    this.name = server.name();
    this.world = world;
    this.line = new Line(server, world);
    this.breaker = new Breaker(world.clock());
    this.room = new Semaphore(world.patience().atOnce());
    this.findings = new Memory<>(world.clock());
    this.items = new Memory<>(world.clock());
  }

  String name() {
    return name;
  }

  /** How long it is left alone still. */
  Duration alone() {
    return breaker.still();
  }

  Heard<List<Finding>> findings(Query query) throws InterruptedException {
    return hear(
        findings,
        query,
        asked ->
            FindingReader.read(line.call(asked.tool().word(), asked.arguments()), asked, name));
  }

  Heard<Optional<Knowledge.Item>> item(String id) throws InterruptedException {
    return hear(items, id, this::anyKind);
  }

  /** An id says nothing of its kind, and an address needs one. */
  private Optional<Knowledge.Item> anyKind(String id) throws InterruptedException {
    for (Finding.Kind kind : Finding.Kind.values()) {
      Optional<Knowledge.Item> item =
          line.read(Tool.of(kind).address(id))
              .flatMap(json -> ItemReader.read(json, kind, id, name));
      if (item.isPresent()) {
        return item;
      }
    }
    return Optional.empty();
  }

  private <Q, T> Heard<T> hear(Memory<Q, T> memory, Q question, Ask<Q, T> ask)
      throws InterruptedException {
    Memory.Answer<T> before = memory.of(question);
    if (before != null && memory.isFresh(before)) {
      return new Heard.Said<>(before.what());
    }
    room.acquire();
    try {
      if (!breaker.lets()) {
        return silent(before, false);
      }
      T answer = tried(question, ask);
      memory.keep(question, answer);
      answered();
      return new Heard.Said<>(answer);
    } catch (Fault fault) {
      boolean reached = fault.kind() == Fault.Kind.REFUSED;
      if (reached) {
        answered();
      } else {
        failed();
      }
      LOG.debug("The knowledge base {} gave no answer: {}", name, fault.getMessage(), fault);
      return silent(before, reached);
    } finally {
      room.release();
    }
  }

  private static <T> Heard<T> silent(Memory.@Nullable Answer<T> before, boolean reached) {
    return before == null
        ? new Heard.Nothing<>(reached)
        : new Heard.Remembered<>(before.what(), before.at());
  }

  /** Again where that may help, a little later each time. */
  private <Q, T> T tried(Q question, Ask<Q, T> ask) throws InterruptedException {
    for (int left = TRIES - 1; ; left--) {
      try {
        return ask.of(question);
      } catch (Fault fault) {
        if (fault.kind() != Fault.Kind.GONE || left == 0) {
          throw fault;
        }
        double jitter = 0.5 + world.random().nextDouble();
        world.pause().take(Duration.ofMillis((long) (PAUSE.toMillis() * (TRIES - left) * jitter)));
      }
    }
  }

  private void answered() {
    if (breaker.well()) {
      LOG.info("The knowledge base {} answers again", name);
    }
  }

  private void failed() {
    if (breaker.ill()) {
      LOG.warn(
          "The knowledge base {} gave no answer several times and is left alone for a while; what"
              + " it said before is shown meanwhile",
          name);
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
