package dev.aiwf.slack;

import static org.awaitility.Awaitility.await;

import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.surface.ChatParts;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.testkit.Doorkeeper;
import dev.aiwf.testkit.FakeArtifacts;
import dev.aiwf.testkit.MemoryPeople;
import dev.aiwf.testkit.MemoryProjects;
import dev.aiwf.testkit.SettableClock;
import dev.aiwf.testkit.ShownEffects;
import dev.aiwf.testkit.TwoSteps;
import dev.aiwf.testkit.slack.Delivery;
import dev.aiwf.testkit.slack.FakeSlack;
import dev.aiwf.testkit.slack.Modal;
import dev.aiwf.testkit.slack.Post;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** The adapter between a loopback Slack and the core in memory, with effects run on demand. */
final class SlackRun {

  static final String CHANNEL = "C7";
  static final String LEAD = "U1";
  static final String DATA = "U2";
  static final ProjectId PROJECT = new ProjectId("support-bot");

  private static final String SECRET = "the signing secret";
  private static final String TOKEN = "xoxb-the-token";
  static final String APP_TOKEN = "xapp-the-token";

  /** How Slack's requests come. */
  enum Way {
    HTTP,
    SOCKETS
  }

  final SettableClock clock = SettableClock.begun();
  final MemoryProjects projects;
  final Doorkeeper door;
  final ShownEffects shown;
  final FakeSlack slack;
  final MemoryPeople people = new MemoryPeople(clock);
  final FakeArtifacts artifacts = new FakeArtifacts();

  private final Way way;
  private final Set<String> channels;
  private volatile Slack adapter;
  private volatile Server server = new Server();

  /** Where set, whoever waits does so until the latch opens. */
  volatile @Nullable CountDownLatch onWait;

  /** How long it would have waited before each connection that it opened anew. */
  final List<Duration> waits = new CopyOnWriteArrayList<>();

  SlackRun() throws Exception {
    this(Way.HTTP);
  }

  SlackRun(Way way) throws Exception {
    this(way, TwoSteps.workflow());
  }

  SlackRun(Way way, Set<String> channels) throws Exception {
    this(way, TwoSteps.workflow(), channels);
  }

  SlackRun(Way way, Workflow workflow) throws Exception {
    this(way, workflow, Set.of());
  }

  private SlackRun(Way way, Workflow workflow, Set<String> channels) throws Exception {
    this.channels = channels;
    this.way = way;
    projects = new MemoryProjects(clock, List.of(workflow));
    door = new Doorkeeper(projects);
    shown = new ShownEffects(projects, () -> adapter().surface());
    slack = new FakeSlack(SECRET, TOKEN, clock);
    slack.channel(CHANNEL, true);
    slack.user(LEAD, "lead");
    slack.user(DATA, "data");
    adapter = made();
    listen();
  }

  Slack adapter() {
    return adapter;
  }

  /** The process ends, and another one begins with what was stored. */
  void restart() throws Exception {
    server.stop();
    adapter.close();
    // Slack would go on sending to a connection of which it does not know yet that it ends.
    await().until(() -> slack.connections() == 0);
    adapter = made();
    server = new Server();
    listen();
  }

  private void listen() throws Exception {
    switch (way) {
      case HTTP -> serve();
      case SOCKETS -> {
        slack.deliverOverSockets(APP_TOKEN);
        adapter.connect();
        slack.awaitConnection();
      }
    }
  }

  private Slack made() {
    SlackSettings settings =
        new SlackSettings(
            TOKEN,
            way == Way.SOCKETS ? Optional.of(APP_TOKEN) : Optional.empty(),
            way == Way.HTTP ? Optional.of(SECRET) : Optional.empty(),
            channels,
            slack.url().toString(),
            true);
    return new Slack(
        settings,
        new ChatParts(
            door,
            projects,
            people,
            artifacts,
            (project, pipeline) -> new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            clock),
        new Random(7),
        this::pause,
        clock::tick);
  }

  private void serve() throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(adapter.servlet().orElseThrow()), "/slack/events");
    server.setHandler(context);
    server.start();
    slack.deliverTo(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/slack/events"));
  }

  private void pause(Duration howLong) throws InterruptedException {
    waits.add(howLong);
    CountDownLatch until = onWait;
    if (until != null) {
      until.await();
    }
  }

  /** Starts the project as the lead. */
  Delivery started() throws Exception {
    Delivery delivery = slack.command(LEAD, CHANNEL, "aiwf start support-bot");
    settle();
    return delivery;
  }

  /** Runs effects until none waits, as the engine does. */
  void settle() throws Exception {
    shown.settle();
  }

  /** Presses it as the lead, and lets what follows happen. */
  Delivery press(String label) throws Exception {
    Delivery delivery = slack.press(LEAD, label);
    settle();
    return delivery;
  }

  /** Types into the project's thread as the lead, and lets what follows happen. */
  Delivery type(String text) throws Exception {
    Delivery delivery = slack.say(LEAD, CHANNEL, status().ts(), text).delivery();
    settle();
    return delivery;
  }

  /** Fills in the form that opened last, and lets what follows happen. */
  Delivery fill(Map<String, String> values) throws Exception {
    return fill(slack.nextModal(), values);
  }

  Delivery fill(Modal modal, Map<String, String> values) throws Exception {
    Delivery delivery = slack.submit(modal, values);
    settle();
    return delivery;
  }

  Post status() {
    return slack.posts().stream().filter(post -> post.thread() == null).findFirst().orElseThrow();
  }

  List<Post> thread() {
    String root = status().ts();
    return slack.posts().stream().filter(post -> root.equals(post.thread())).toList();
  }

  Sidecar sidecar() {
    return projects.find(PROJECT).orElseThrow().sidecar();
  }

  int facts() {
    return projects.facts(PROJECT, 0, 10_000).size();
  }

  void close() throws Exception {
    server.stop();
    adapter.close();
    slack.close();
  }
}
