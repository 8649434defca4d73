package dev.aiwf.discord;

import static org.awaitility.Awaitility.await;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.port.Surface;
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
import dev.aiwf.testkit.discord.Answer;
import dev.aiwf.testkit.discord.FakeDiscord;
import dev.aiwf.testkit.discord.Modal;
import dev.aiwf.testkit.discord.Post;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import net.dv8tion.jda.internal.utils.JDALogger;
import org.jspecify.annotations.Nullable;

/** The adapter between a loopback Discord and the core in memory, with effects run on demand. */
final class DiscordRun {

  static final String CHANNEL = "700000000000000001";
  static final String FORUM = "700000000000000002";
  static final String LEAD = "800000000000000001";
  static final String DATA = "800000000000000002";
  static final String ROLE = "600000000000000001";
  static final ProjectId PROJECT = new ProjectId("support-bot");
  static final String TOKEN = "the-bot's-token";

  static {
    // JDA logs to the console where nobody takes its log.
    JDALogger.setFallbackLoggerEnabled(Boolean.getBoolean("discord.log"));
  }

  final SettableClock clock = SettableClock.begun();
  final MemoryProjects projects;
  final Doorkeeper door;
  final ShownEffects shown;
  final FakeDiscord discord;
  final FakeArtifacts artifacts = new FakeArtifacts();

  /** How long it would have waited, each time. */
  final List<Duration> waits = new CopyOnWriteArrayList<>();

  /** Where set, whoever waits does so until the latch opens. */
  volatile @Nullable CountDownLatch onWait;

  private volatile Discord adapter;

  DiscordRun() throws Exception {
    this(TwoSteps.workflow());
  }

  DiscordRun(Workflow workflow) throws Exception {
    projects = new MemoryProjects(clock, List.of(workflow));
    door = new Doorkeeper(projects);
    shown = new ShownEffects(projects, () -> adapter().surface());
    discord = new FakeDiscord(TOKEN, clock);
    discord.channel(CHANNEL, "general");
    discord.forum(FORUM, "projects", List.of("Scoping", "Release"));
    discord.user(LEAD, "lead");
    discord.user(DATA, "data");
    discord.role(ROLE, "leads");
    adapter = made(TOKEN);
  }

  /** Connects, and waits until its command is there. */
  DiscordRun connected() throws Exception {
    adapter.connect();
    discord.awaitConnection();
    await().until(() -> !discord.commands().isEmpty() && adapter.trouble().isEmpty());
    return this;
  }

  Discord adapter() {
    return adapter;
  }

  /** The process ends, and another one begins with what was stored. */
  void restart() throws Exception {
    adapter.close();
    await().until(() -> discord.connections() == 0);
    adapter = made(TOKEN);
    connected();
  }

  private Discord made(String token) {
    return new Discord(
        new DiscordSettings(
            token, discord.url().toString(), Optional.of(discord.gateway().toString())),
        new ChatParts(
            door,
            projects,
            new MemoryPeople(clock),
            artifacts,
            (project, pipeline) -> new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            clock),
        new Random(7),
        this::pause);
  }

  private void pause(Duration howLong) throws InterruptedException {
    waits.add(howLong);
    CountDownLatch until = onWait;
    if (until != null) {
      until.await();
    }
  }

  /** Starts the project as the lead. */
  Answer started() throws Exception {
    return started(CHANNEL);
  }

  Answer started(String channel) throws Exception {
    Answer answer = discord.command(LEAD, channel, "start", Map.of("name", "support-bot"));
    settle();
    return answer;
  }

  /** Runs effects until none waits, as the engine does. */
  void settle() throws Exception {
    shown.settle();
  }

  /** Shows what has arrived of a message so far. */
  void sketch(String posted, String text) throws Exception {
    adapter.surface().sketch(showing("sketch", posted, text));
  }

  /** Says something in the thread, whatever the project is at. */
  void say(String text) throws Exception {
    var _ = adapter.surface().show(showing("said", null, text));
  }

  private Surface.Showing showing(String posting, @Nullable String posted, String text) {
    return new Surface.Showing(
        new DiscordChannel(FakeDiscord.GUILD, CHANNEL, PROJECT).id(),
        posting,
        new Message(1, 1, "talk", null, clock.instant(), Content.of(text)),
        posted,
        threadId(),
        false);
  }

  /** Presses it as the lead, and lets what follows happen. */
  Answer press(String label) throws Exception {
    Answer answer = discord.press(LEAD, label);
    settle();
    return answer;
  }

  /** Types into the project's thread as the lead, and lets what follows happen. */
  Post type(String text) throws Exception {
    int facts = facts();
    Post post = discord.say(LEAD, threadId(), text);
    await().until(() -> facts() > facts);
    settle();
    return post;
  }

  /** Sends a form, and lets what follows happen. */
  Answer fill(Modal modal, Map<String, String> values) throws Exception {
    Answer answer = discord.submit(modal, values);
    settle();
    return answer;
  }

  String threadId() {
    return discord.posts().stream()
        .filter(post -> post.author().equals(FakeDiscord.BOT))
        .filter(post -> post.shown().startsWith("**support-bot** ·"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  Post status() {
    return discord.posts().stream()
        .filter(post -> post.id().equals(threadId()))
        .findFirst()
        .orElseThrow();
  }

  List<Post> thread() {
    return discord.posts(threadId());
  }

  Sidecar sidecar() {
    return projects.find(PROJECT).orElseThrow().sidecar();
  }

  int facts() {
    return projects.facts(PROJECT, 0, 10_000).size();
  }

  void close() {
    adapter.close();
    discord.close();
  }
}
