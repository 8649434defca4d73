package dev.aiwf.app;

import dev.aiwf.architect.LangchainArchitect;
import dev.aiwf.artifacts.git.GitRepositories;
import dev.aiwf.artifacts.render.MustacheRenderer;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.Memory;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.discord.Discord;
import dev.aiwf.discord.DiscordParts;
import dev.aiwf.engine.DataFolder;
import dev.aiwf.engine.Engine;
import dev.aiwf.engine.Watch;
import dev.aiwf.packs.Packs;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.slack.Slack;
import dev.aiwf.slack.SlackParts;
import dev.aiwf.web.Readiness;
import dev.aiwf.web.WebParts;
import dev.aiwf.web.WebServer;
import dev.aiwf.web.WebSettings;
import dev.aiwf.web.access.Hosts;
import dev.aiwf.web.access.Tokens;
import dev.aiwf.web.picture.PipelinePicture;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
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
  private final @Nullable Slack slack;
  private final @Nullable Discord discord;
  private final KnowledgeBases knowledge;
  private final Optional<LangchainArchitect> architect;
  private final Tokens tokens;
  private final WebServer web;
  private final LatelyLogged logged;
  private @Nullable Thread sample;

  private Program(
      Settings settings,
      PacksRead packs,
      Engine engine,
      @Nullable Slack slack,
      @Nullable Discord discord,
      KnowledgeBases knowledge,
      Optional<LangchainArchitect> architect,
      Tokens tokens,
      WebServer web,
      LatelyLogged logged) {
    this.settings = settings;
    this.packs = packs;
    this.engine = engine;
    this.slack = slack;
    this.discord = discord;
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
      Slack slack = settings.slack().map(s -> slack(s, engine, repositories, clock)).orElse(null);
      Discord discord = discord(settings, engine, repositories, clock);
      List<Surface> surfaces = surfaces(slack, discord);
      Tokens tokens = tokens(settings, clock, new SecureRandom());
      WebServer web =
          WebServer.start(
              web(settings),
              parts(
                  engine,
                  repositories,
                  surfaces,
                  servlets(slack, knowledge.serve()),
                  knowledge::asked,
                  tokens,
                  meters,
                  logged,
                  clock,
                  restart));
      // Where the bundled one is, is known only once it is served.
      knowledge.connect(web.port());
      engine.work(
          surfaces,
          new Engine.Means(
              knowledge.asked(),
              architect.map(talks -> talks),
              settings.silent(),
              settings.caps()));
      engine.tickByItself();
      if (slack != null) {
        slack.connect();
        meters.watch("slack", slack::reached);
      }
      if (discord != null) {
        discord.connect();
        meters.watch("discord", discord::reached);
      }
      Program program =
          new Program(
              settings, packs, engine, slack, discord, knowledge, architect, tokens, web, logged);
      AddressFile.in(settings.data()).write(program.address());
      program.showSample();
      return program;
    } catch (RuntimeException e) {
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

  private static Slack slack(
      Settings.Slack set, Engine engine, GitRepositories repositories, InstantSource clock) {
    return new Slack(
        set.settings(),
        new SlackParts(
            engine,
            engine,
            engine.people(),
            repositories.artifacts(),
            PipelinePicture::png,
            clock,
            new SecureRandom()));
  }

  private static @Nullable Discord discord(
      Settings settings, Engine engine, GitRepositories repositories, InstantSource clock) {
    return settings
        .discord()
        .map(set ->
            new Discord(
                set,
                new DiscordParts(
                    engine,
                    engine,
                    engine.people(),
                    repositories.artifacts(),
                    PipelinePicture::png,
                    clock,
                    new SecureRandom())))
        .orElse(null);
  }

  private static List<Surface> surfaces(@Nullable Slack slack, @Nullable Discord discord) {
    List<Surface> surfaces = new ArrayList<>();
    if (slack != null) {
      surfaces.add(slack.surface());
    }
    if (discord != null) {
      surfaces.add(discord.surface());
    }
    return List.copyOf(surfaces);
  }

  private static Map<String, HttpServlet> servlets(
      @Nullable Slack slack, Map<String, HttpServlet> knowledge) {
    Map<String, HttpServlet> servlets = new HashMap<>(knowledge);
    if (slack != null) {
      slack.servlet().ifPresent(servlet -> servlets.put("/slack/events", servlet));
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
        && Hosts.isLoopback(settings.host());
  }

  private static WebParts parts(
      Engine engine,
      GitRepositories repositories,
      List<Surface> surfaces,
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
        surfaces.stream().map(Surface::name).toList(),
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
            settings
                .slack()
                .map(set -> takesRequests(set, address))
                .orElse("not connected; ./aiwf setup slack leads through it"))
        .append('\n');
    greeting
        .append("  discord   ")
        .append(
            discord == null
                ? "not connected; ./aiwf setup discord leads through it"
                : "opens a connection, over which requests come")
        .append('\n');
    greeting
        .append("  architect ")
        .append(
            architect
                .map(talks -> "talks with " + talks.model())
                .orElse("the guide leads; docs/model.md says how to have a model talk"))
        .append('\n');
    greeting.append("  knowledge ").append(knowledge.told(address)).append('\n');
    greeting.append("Ctrl-C stops it; nothing is lost.\n");
    return greeting.toString();
  }

  private static String takesRequests(Settings.Slack set, String address) {
    String http = "takes requests at " + address + "/slack/events";
    return set.appToken().isEmpty()
        ? http
        : set.signingSecret().isEmpty()
            ? "opens a connection, over which requests come"
            : "opens a connection, over which requests come; and " + http;
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
    // What it does not take any more, Slack keeps and brings again.
    if (slack != null) {
      slack.disconnect();
    }
    if (discord != null) {
      discord.disconnect();
    }
    knowledge.close();
    web.close();
    if (sample != null) {
      sample.interrupt();
    }
    engine.close();
    architect.ifPresent(LangchainArchitect::close);
    if (slack != null) {
      slack.close();
    }
    if (discord != null) {
      discord.close();
    }
    logged.close();
  }
}
