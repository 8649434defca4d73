package dev.aiwf.app;

import dev.aiwf.artifacts.git.GitRepositories;
import dev.aiwf.artifacts.render.MustacheRenderer;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.engine.DataFolder;
import dev.aiwf.engine.Engine;
import dev.aiwf.engine.Watch;
import dev.aiwf.knowledge.KnowledgeServer;
import dev.aiwf.knowledge.KnowledgeSettings;
import dev.aiwf.knowledge.client.McpKnowledge;
import dev.aiwf.knowledge.http.Limits;
import dev.aiwf.packs.Packs;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.slack.Slack;
import dev.aiwf.slack.SlackSettings;
import dev.aiwf.web.Readiness;
import dev.aiwf.web.WebParts;
import dev.aiwf.web.WebServer;
import dev.aiwf.web.WebSettings;
import dev.aiwf.web.access.Tokens;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything put together and running. */
final class Program implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Program.class);

  /** In the data folder: what the team's finished projects decided. */
  private static final String CASE_STUDIES = "knowledge";

  private final Settings settings;
  private final PacksRead packs;
  private final Engine engine;
  private final @Nullable Slack slack;
  private final @Nullable KnowledgeServer knowledge;
  private final McpKnowledge bases;
  private final Tokens tokens;
  private final WebServer web;
  private final LatelyLogged logged;
  private @Nullable Thread sample;

  private Program(
      Settings settings,
      PacksRead packs,
      Engine engine,
      @Nullable Slack slack,
      @Nullable KnowledgeServer knowledge,
      McpKnowledge bases,
      Tokens tokens,
      WebServer web,
      LatelyLogged logged) {
    this.settings = settings;
    this.packs = packs;
    this.engine = engine;
    this.slack = slack;
    this.knowledge = knowledge;
    this.bases = bases;
    this.tokens = tokens;
    this.web = web;
    this.logged = logged;
  }

  /**
   * Starts it; when this returns, it takes commands.
   *
   * @param restart is run when an operator wants it to end and begin again
   */
  static Program start(Settings settings, Runnable restart) throws DataFolder.InUse {
    InstantSource clock = Clock.systemUTC();
    PacksRead packs = Packs.read(settings.packs());
    packs.problems().forEach(problem -> LOG.warn("A pack is not offered: {}", problem));
    DataFolder folder = DataFolder.take(settings.data());
    Meters meters = new Meters();
    LatelyLogged logged = LatelyLogged.listening();
    GitRepositories repositories = repositories(settings, clock);
    Engine engine = engine(settings, folder, clock, packs.workflows(), repositories, meters);
    try {
      meters.show(engine::figures);
      Slack slack = settings.slack().map(s -> slack(s, engine, clock)).orElse(null);
      String key = KnowledgeBases.key(settings, new SecureRandom());
      KnowledgeServer knowledge = knowledge(settings, key, clock);
      Tokens tokens = tokens(settings, clock, new SecureRandom());
      AtomicReference<Optional<Knowledge>> asked = new AtomicReference<>(Optional.empty());
      WebServer web =
          WebServer.start(
              web(settings),
              parts(
                  engine,
                  repositories,
                  slack,
                  servlets(slack, knowledge),
                  asked::get,
                  tokens,
                  meters,
                  logged,
                  clock,
                  restart));
      McpKnowledge bases =
          McpKnowledge.connect(
              KnowledgeBases.of(settings, knowledge != null, web.port(), key),
              Version.number(),
              clock,
              new SecureRandom());
      // Where the bundled one is, is known only once it is served.
      asked.set(asked(settings, knowledge, bases));
      engine.work(surfaces(slack), asked.get());
      engine.tickByItself();
      Program program =
          new Program(settings, packs, engine, slack, knowledge, bases, tokens, web, logged);
      AddressFile.in(settings.data()).write(program.address());
      program.showSample();
      return program;
    } catch (RuntimeException e) {
      engine.close();
      logged.close();
      throw e;
    }
  }

  /** Nobody waits for it: it appears a moment after the program answers. */
  private void showSample() {
    if (settings.sample()) {
      SampleProject made = new SampleProject(engine, engine, settings.data());
      sample =
          Thread.ofVirtual().name("sample").start(() -> made.makeOnce(settings.packs(), packs));
    }
  }

  /** What everything is kept in, before it begins to work. */
  static Engine engine(
      Settings settings,
      DataFolder folder,
      InstantSource clock,
      List<Workflow> offered,
      GitRepositories repositories,
      Watch watch) {
    return Engine.open(
        new Engine.Parts(
            folder,
            Stores.of(settings),
            clock,
            offered,
            repositories,
            new MustacheRenderer(),
            watch,
            settings.quiet(),
            settings.retention()));
  }

  /** Where commits go; to be asked for by whoever has the data folder. */
  static GitRepositories repositories(Settings settings, InstantSource clock) {
    return new GitRepositories(
        DataFolder.repositories(settings.data()),
        clock,
        settings.repositories().as(Installation.id(settings.data(), new SecureRandom())));
  }

  /** Tokens of this data folder: whoever can read its key can make them. */
  static Tokens tokens(Settings settings, InstantSource clock, RandomGenerator random) {
    return new Tokens(settings.data().resolve("signing.key"), clock, random);
  }

  private static Slack slack(Settings.Slack set, Engine engine, InstantSource clock) {
    return new Slack(
        new SlackSettings(
            set.botToken(), set.signingSecret(), set.apiUrl().orElse(SlackSettings.API_URL)),
        engine,
        engine,
        clock);
  }

  /** Whom steps ask; nobody where there is neither a bundled knowledge base nor another. */
  private static Optional<Knowledge> asked(
      Settings settings, @Nullable KnowledgeServer bundled, McpKnowledge bases) {
    return bundled == null && settings.elsewhere().isEmpty()
        ? Optional.empty()
        : Optional.of(bases);
  }

  private static List<Surface> surfaces(@Nullable Slack slack) {
    return slack == null ? List.of() : List.of(slack.surface());
  }

  private static @Nullable KnowledgeServer knowledge(
      Settings settings, String key, InstantSource clock) {
    if (settings.knowledge().isEmpty()) {
      return null;
    }
    Settings.Knowledge set = settings.knowledge().get();
    if (!Files.isDirectory(set.bundled())) {
      LOG.warn("There is no knowledge base at {}, so none is served", set.bundled());
      return null;
    }
    Set<String> hosts = new HashSet<>(settings.hosts());
    hosts.add(settings.host());
    KnowledgeServer knowledge =
        KnowledgeServer.open(
            new KnowledgeSettings(
                set.bundled(),
                teams(settings, set),
                hosts,
                settings.trustsLoopback(),
                Optional.of(key),
                Limits.usual(),
                Version.number()),
            clock,
            System::nanoTime);
    knowledge.watch();
    return knowledge;
  }

  /** The folders that were named, and what finished projects left. */
  private static List<Path> teams(Settings settings, Settings.Knowledge set) {
    List<Path> teams = new ArrayList<>(set.team());
    teams.add(settings.data().resolve(CASE_STUDIES));
    return teams;
  }

  private static Map<String, HttpServlet> servlets(
      @Nullable Slack slack, @Nullable KnowledgeServer knowledge) {
    Map<String, HttpServlet> servlets = new HashMap<>();
    if (slack != null) {
      servlets.put("/slack/events", slack.servlet());
    }
    if (knowledge != null) {
      servlets.putAll(knowledge.servlets());
    }
    return servlets;
  }

  private static WebSettings web(Settings settings) {
    WebSettings loopback = WebSettings.onLoopback(settings.port());
    return new WebSettings(
        settings.host(),
        settings.port(),
        Set.copyOf(settings.hosts()),
        trustsLoopback(settings),
        loopback.patience(),
        loopback.heartbeat(),
        loopback.mostStreams());
  }

  /** More names, or another address, mean that others come by; and who does can't be told apart. */
  private static boolean trustsLoopback(Settings settings) {
    return settings.trustsLoopback()
        && settings.hosts().isEmpty()
        && List.of("localhost", "127.0.0.1", "::1", "[::1]").contains(settings.host());
  }

  private static WebParts parts(
      Engine engine,
      GitRepositories repositories,
      @Nullable Slack slack,
      Map<String, HttpServlet> servlets,
      Supplier<Optional<Knowledge>> knowledge,
      Tokens tokens,
      Meters meters,
      LatelyLogged logged,
      InstantSource clock,
      Runnable restart) {
    return new WebParts(
        engine,
        engine,
        repositories.artifacts(),
        knowledge,
        engine.operations(),
        engine.forgetting(),
        tokens,
        () -> UUID.randomUUID().toString(),
        () ->
            engine
                .hindrance()
                .<Readiness>map(Readiness.NotReady::new)
                .orElseGet(Readiness.Ready::new),
        meters::scrape,
        logged::last,
        restart,
        surfaces(slack).stream().map(Surface::name).toList(),
        clock,
        servlets);
  }

  /** Where it is reached. */
  URI address() {
    return URI.create("http://%s:%d".formatted(settings.reachedAt(), web.port()));
  }

  /** What is printed once it runs: where it is, and what it needs. */
  String greeting() {
    String address = address().toString();
    StringBuilder greeting = new StringBuilder();
    greeting.append("aiwf ").append(Version.number()).append(" is running\n");
    greeting.append("  open      ").append(address).append('\n');
    signInLink(address)
        .ifPresent(link ->
            greeting.append("  sign in   ").append(link).append("  (once, within 15 minutes)\n"));
    greeting.append("  data      ").append(settings.data()).append('\n');
    greeting.append("  workflow  ").append(workflows()).append('\n');
    greeting
        .append("  slack     ")
        .append(
            slack == null
                ? "not connected; docs/slack.md says how"
                : "takes requests at " + address + "/slack/events")
        .append('\n');
    greeting.append("  knowledge ").append(known(address)).append('\n');
    greeting.append("Ctrl-C stops it; nothing is lost.\n");
    return greeting.toString();
  }

  private String known(String address) {
    if (knowledge == null) {
      return settings.knowledge().isEmpty()
          ? "not served, for AIWF_KNOWLEDGE_BUNDLED is false"
          : "not served, for there is none; see the warning";
    }
    int items = knowledge.library().items().size();
    return "%d items at %s/mcp%s"
        .formatted(
            items,
            address,
            knowledge.problems().isEmpty() ? "" : "; see the warnings: aiwf knowledge lint");
  }

  private String workflows() {
    String offered =
        String.join(
            ", ",
            packs.workflows().stream()
                .map(workflow -> workflow.ref().id() + " " + workflow.ref().version())
                .toList());
    if (!packs.problems().isEmpty()) {
      return offered + (offered.isEmpty() ? "" : "; ") + "see the warnings: aiwf packs check";
    }
    return offered.isEmpty() ? "none; AIWF_PACKS names the folders that hold them" : offered;
  }

  /** Needed where being on this machine does not say who somebody is. */
  private Optional<String> signInLink(String address) {
    return trustsLoopback(settings)
        ? Optional.empty()
        : Optional.of(address + "/signin?code=" + tokens.code(settings.person()));
  }

  /** Takes nothing more in, lets what runs come to its end, and lets go. */
  @Override
  public void close() {
    AddressFile.in(settings.data()).remove();
    bases.close();
    // Its streams are open for as long as there are clients, and would be waited for.
    if (knowledge != null) {
      knowledge.close();
    }
    web.close();
    if (sample != null) {
      sample.interrupt();
    }
    engine.close();
    if (slack != null) {
      slack.close();
    }
    logged.close();
  }
}
