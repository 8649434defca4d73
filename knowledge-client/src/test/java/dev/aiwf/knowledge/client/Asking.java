package dev.aiwf.knowledge.client;

import dev.aiwf.testkit.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A client whose time a test moves, and whose pauses take none. */
final class Asking implements AutoCloseable {

  /** Long for an answer on loopback, even where the machine is busy. */
  static final Duration LONG = Duration.ofMinutes(5);

  /** For servers that never answer. */
  static final Duration SHORT = Duration.ofMillis(300);

  final SettableClock clock = SettableClock.begun();
  final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  final McpKnowledge knowledge;

  private Asking(Duration patience, List<KnowledgeSettings.Server> servers) {
    this.knowledge =
        McpKnowledge.connect(
            new KnowledgeSettings(servers),
            "test",
            clock,
            new Random(7),
            pauses::add,
            new Patience(LONG, patience, 100_000, 8));
  }

  static Asking these(KnowledgeSettings.Server... servers) {
    return new Asking(LONG, Arrays.asList(servers));
  }

  static Asking withShortPatience(KnowledgeSettings.Server... servers) {
    return new Asking(SHORT, Arrays.asList(servers));
  }

  static KnowledgeSettings.Server server(String name, int port, String path) {
    return new KnowledgeSettings.Server(
        name, URI.create("http://127.0.0.1:" + port + path), Optional.empty());
  }

  @Override
  public void close() {
    knowledge.close();
  }
}
