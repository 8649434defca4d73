package dev.aiwf.app;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.Memory;
import dev.aiwf.knowledge.KnowledgeServer;
import dev.aiwf.knowledge.client.KnowledgeSettings;
import dev.aiwf.knowledge.client.McpKnowledge;
import dev.aiwf.knowledge.http.Limits;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The knowledge bases: the bundled one, which is served, and those that the bot asks. */
final class KnowledgeBases implements AutoCloseable {

  /** The name that the bundled one is shown under. */
  static final String BUNDLED = "bundled";

  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeBases.class);

  /** In the data folder: what the team's finished projects decided. */
  private static final String CASE_STUDIES = "knowledge";

  private static final int KEY_BYTES = 32;

  private final Settings settings;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final String key;
  private volatile @Nullable KnowledgeServer bundled;
  private volatile @Nullable McpKnowledge asked;

  /** As they are set; none is read, served or asked before that is said. */
  KnowledgeBases(Settings settings, InstantSource clock, RandomGenerator random) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.key = key(settings, random);
  }

  /** Reads the bundled one and the team's own; what is to be mounted to serve them. */
  Map<String, HttpServlet> serve() {
    if (settings.knowledge().isEmpty()) {
      return Map.of();
    }
    Settings.Knowledge set = settings.knowledge().get();
    if (!Files.isDirectory(set.bundled())) {
      LOG.warn("There is no knowledge base at {}, so none is served", set.bundled());
      return Map.of();
    }
    Set<String> hosts = new HashSet<>(settings.hosts());
    hosts.add(settings.host());
    KnowledgeServer server =
        KnowledgeServer.open(
            new dev.aiwf.knowledge.KnowledgeSettings(
                set.bundled(),
                teams(set),
                hosts,
                settings.trustsLoopback(),
                Optional.of(key),
                Limits.usual(),
                Version.number()),
            clock,
            System::nanoTime);
    server.watch();
    bundled = server;
    return server.servlets();
  }

  /** The folders that were named, and what finished projects left. */
  private List<Path> teams(Settings.Knowledge set) {
    List<Path> teams = new ArrayList<>(set.team());
    teams.add(caseStudies(settings));
    return teams;
  }

  private static Path caseStudies(Settings settings) {
    return settings.data().resolve(CASE_STUDIES);
  }

  /**
   * Asks them from now on, as far as there are any.
   *
   * @param port where the bundled one is served
   */
  void connect(int port) {
    KnowledgeSettings servers = of(settings, bundled != null, port, key);
    if (!servers.servers().isEmpty()) {
      asked = McpKnowledge.connect(servers, Version.number(), clock, random);
    }
  }

  /** Whom steps ask; nobody where there is none, or as long as none is connected. */
  Optional<Knowledge> asked() {
    return Optional.ofNullable(asked);
  }

  /**
   * Where finished projects leave what they decided; what the bundled one does not serve is not.
   */
  Memory memory() {
    return new TeamMemory(caseStudies(settings), this::topics);
  }

  private Set<String> topics(String words) {
    KnowledgeServer server = bundled;
    return server == null ? Set.of() : server.topicsMeantBy(words);
  }

  /** What is served, for whoever starts the program. */
  String told(String address) {
    KnowledgeServer server = bundled;
    if (server == null) {
      return settings.knowledge().isEmpty()
          ? "not served, for AIWF_KNOWLEDGE_BUNDLED is false"
          : "not served, for there is none; see the warning";
    }
    return "%d items at %s/mcp%s"
        .formatted(
            server.library().items().size(),
            address,
            server.problems().isEmpty() ? "" : "; see the warnings: aiwf knowledge lint");
  }

  /**
   * What the bundled one wants to be shown. The bot comes in by the same door as all others, which
   * may trust nobody on this machine: where no key is set, it has one of its own.
   */
  static String key(Settings settings, RandomGenerator random) {
    return settings
        .knowledge()
        .flatMap(Settings.Knowledge::key)
        .orElseGet(() -> {
          byte[] bytes = new byte[KEY_BYTES];
          random.nextBytes(bytes);
          return HexFormat.of().formatHex(bytes);
        });
  }

  /**
   * The bundled one and the one that is set, as far as they are there.
   *
   * @param port where the bundled one is served
   * @param key what it wants to be shown
   */
  static KnowledgeSettings of(Settings settings, boolean bundled, int port, String key) {
    List<KnowledgeSettings.Server> servers = new ArrayList<>();
    if (bundled) {
      URI address = URI.create("http://%s:%d/mcp".formatted(settings.reachedAt(), port));
      servers.add(new KnowledgeSettings.Server(BUNDLED, address, Optional.of(key)));
    }
    settings
        .elsewhere()
        .ifPresent(set ->
            servers.add(
                new KnowledgeSettings.Server(set.address().getHost(), set.address(), set.key())));
    return new KnowledgeSettings(servers);
  }

  /** To be closed before the web server: its streams are open for as long as there are clients. */
  @Override
  public void close() {
    McpKnowledge connected = asked;
    if (connected != null) {
      connected.close();
    }
    KnowledgeServer server = bundled;
    if (server != null) {
      server.close();
    }
  }
}
