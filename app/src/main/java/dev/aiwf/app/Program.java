package dev.aiwf.app;

import dev.aiwf.architect.LangchainArchitect;
import dev.aiwf.artifacts.git.GitRepositories;
import dev.aiwf.artifacts.render.MustacheRenderer;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.Memory;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.engine.Engine;
import dev.aiwf.engine.Watch;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.packs.Packs;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.web.Readiness;
import dev.aiwf.web.WebParts;
import dev.aiwf.web.WebServer;
import dev.aiwf.web.WebSettings;
import dev.aiwf.web.access.Hosts;
import dev.aiwf.web.access.Tokens;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything put together and running. */
final class Program implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Program.class);

  private final Settings settings;
  private final PacksRead packs;
  private final Engine engine;
  private final Chats chats;
  private final KnowledgeBases knowledge;
  private final Optional<LangchainArchitect> architect;
  private final Tokens tokens;
  private final WebServer web;
  private final LatelyLogged logged;
  private @Nullable SampleProject sample;

  private Program(
      Settings settings,
      PacksRead packs,
      Engine engine,
      Chats chats,
      KnowledgeBases knowledge,
      Optional<LangchainArchitect> architect,
      Tokens tokens,
      WebServer web,
      LatelyLogged logged) {
    this.settings = settings;
    this.packs = packs;
    this.engine = engine;
    this.chats = chats;
    this.knowledge = knowledge;
    this.architect = architect;
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
    KnowledgeBases knowledge = new KnowledgeBases(settings, clock, new SecureRandom());
    Optional<LangchainArchitect> architect = Models.of(settings, clock, new SecureRandom());
    Engine engine =
        engine(
            settings, folder, clock, packs.workflows(), repositories, knowledge.memory(), meters);
    try {
      meters.show(engine::figures);
      Chats chats = Chats.of(settings, engine, repositories.artifacts(), clock);
      Tokens tokens = tokens(settings, clock, new SecureRandom());
      WebServer web =
          WebServer.start(
              web(settings),
              parts(
                  engine,
                  repositories,
                  chats,
                  knowledge.serve(),
                  knowledge::asked,
                  tokens,
                  meters,
                  logged,
                  clock,
                  restart));
      // Where the bundled one is, is known only once it is served.
      knowledge.connect(web.port());
      engine.work(
          chats.surfaces(),
          new Engine.Means(
              knowledge.asked(),
              architect.map(talks -> talks),
              settings.silent(),
              settings.caps()));
      engine.tickByItself();
      chats.connect(meters);
      Program program =
          new Program(settings, packs, engine, chats, knowledge, architect, tokens, web, logged);
      AddressFile.in(settings.data()).write(program.address());
      program.showSample();
      return program;
    } catch (RuntimeException e) {
      engine.rest();
      architect.ifPresent(LangchainArchitect::close);
      knowledge.close();
      engine.close();
      logged.close();
      throw e;
    }
  }

  /** Nobody waits for it: it appears a moment after the program answers. */
  private void showSample() {
    if (settings.sample()) {
      SampleProject made =
          new SampleProject(
              engine.inbox(), engine.projects(), settings.data(), settings.packs(), packs);
      made.begin();
      sample = made;
    }
  }

  /** What everything is kept in, before it begins to work. */
  static Engine engine(
      Settings settings,
      DataFolder folder,
      InstantSource clock,
      List<Workflow> offered,
      GitRepositories repositories,
      Memory memory,
      Watch watch) {
    return Engine.open(
        new Engine.Parts(
            folder,
            Stores.of(settings),
            clock,
            offered,
            repositories,
            new MustacheRenderer(),
            memory,
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
  static boolean trustsLoopback(Settings settings) {
    return settings.trustsLoopback()
        && settings.hosts().isEmpty()
        && Hosts.isLoopback(settings.host());
  }

  private static WebParts parts(
      Engine engine,
      GitRepositories repositories,
      Chats chats,
      Map<String, HttpServlet> more,
      Supplier<Optional<Knowledge>> knowledge,
      Tokens tokens,
      Meters meters,
      LatelyLogged logged,
      InstantSource clock,
      Runnable restart) {
    Map<String, HttpServlet> servlets = new HashMap<>(more);
    servlets.putAll(chats.servlets());
    return new WebParts(
        engine.inbox(),
        engine.projects(),
        engine.people(),
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
        chats.surfaces().stream().map(Surface::name).toList(),
        clock,
        servlets);
  }

  /** Where it is reached. */
  URI address() {
    return URI.create("http://%s:%d".formatted(settings.reachedAt(), web.port()));
  }

  /** What is printed once it runs. */
  String greeting() {
    return new Greeting(settings, packs, chats, architect, tokens)
        .at(address().toString(), knowledge.told(address().toString()));
  }

  /** Takes nothing more in, lets what runs come to its end, and lets go. */
  @Override
  public void close() {
    AddressFile.in(settings.data()).remove();
    chats.disconnect();
    if (sample != null) {
      sample.close();
    }
    engine.rest();
    knowledge.close();
    web.close();
    engine.close();
    architect.ifPresent(LangchainArchitect::close);
    chats.close();
    logged.close();
  }
}
