package dev.aiwf.app.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.project.ProjectId;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Patience;
import dev.aiwf.testkit.TwoSteps;
import dev.aiwf.testkit.postgres.PostgresDatabase;
import dev.aiwf.testkit.postgres.PostgresServer;
import dev.aiwf.testkit.slack.FakeSlack;
import dev.aiwf.testkit.slack.Post;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real program, used through the API and Slack, killed with -9 at random moments. Afterwards
 * every acknowledged command has taken effect once, lanes have kept their order, no commit is there
 * twice, and every journal folds to its sidecar.
 */
class KilledTest {

  private static final int KILLS = Integer.getInteger("aiwf.kills", 20);
  private static final int KILLS_ON_POSTGRES = Integer.getInteger("aiwf.kills.postgres", 5);
  private static final int MOST_BETWEEN_KILLS = 60;

  /** Not in the temporary folder: it is wanted when the test has failed. */
  private static final Path LOG = Path.of("target", "killed-program.log");

  @TempDir private Path folder;

  @Test
  void whatWasAcknowledgedHappensOnceHoweverOftenItIsKilled() throws Exception {
    run(new Store.InFolder(), Map.of(), KILLS, () -> {});
  }

  @Test
  void theSameHoldsOnPostgresThoughItsServerIsKilledToo() throws Exception {
    try (PostgresServer server = PostgresServer.durable(folder.resolve("server"))) {
      PostgresDatabase database = server.empty();
      run(
          new Store.OnServer(database.url(), database.user(), database.password()),
          Map.of("AIWF_DATABASE_URL", database.url() + "?user=" + database.user()),
          KILLS_ON_POSTGRES,
          () -> {
            server.kill();
            server.start();
          });
    }
  }

  /**
   * Works and kills, and looks at what is left.
   *
   * @param halfway another blow, after half of the kills
   */
  private void run(Store store, Map<String, String> settings, int kills, Runnable halfway)
      throws Exception {
    long seed = Long.getLong("aiwf.seed", System.nanoTime());
    System.out.println("KilledTest: -Daiwf.seed=" + seed + " repeats these moments");
    Random random = new Random(seed);
    Path data = folder.resolve("data");
    try (FakeSlack slack = new FakeSlack("secret", "xoxb-test");
        ProgramProcess program = new ProgramProcess(data, LOG, environment(slack, settings))) {
      slack.channel("C1", true);
      slack.user("U1", "lead");
      slack.deliverTo(program.address().resolve("/slack/events"));
      Workload workload = new Workload(program.address(), slack);
      program.start();
      try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> working =
            List.of(
                people.submit(workload::runProjects),
                people.submit(workload::talk),
                people.submit(workload::useSlack));
        for (int kill = 0; kill < kills; kill++) {
          awaitMoment(random, workload, working);
          program.kill();
          program.start();
          if (kill == kills / 2) {
            awaitMoment(random, workload, working);
            halfway.run();
          }
        }
        workload.end();
        for (Future<?> work : working) {
          work.get(Patience.LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
        }
      }
      await()
          .until(() ->
              program.figure("aiwf_inbox_waiting") == 0
                  && program.figure("aiwf_outbox_waiting") == 0);
      assertThat(program.figure("aiwf_outbox_given_up")).isZero();
      assertThat(program.stop()).as("SIGTERM ends it cleanly").isEqualTo(143);
      lookAt(data, store, kills, workload);
      assertThat(slack.rejections()).isEmpty();
      everyThreadIsInOrder(slack);
    }
  }

  private static void awaitMoment(Random random, Workload workload, List<Future<?>> working) {
    int moment = workload.acknowledged.get() + 1 + random.nextInt(MOST_BETWEEN_KILLS);
    await()
        .pollInterval(Duration.ofMillis(1))
        .until(() ->
            workload.acknowledged.get() >= moment || working.stream().anyMatch(Future::isDone));
  }

  private static Map<String, String> environment(FakeSlack slack, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("AIWF_PACKS", TwoSteps.folder().toString());
    environment.put("SLACK_BOT_TOKEN", "xoxb-test");
    environment.put("SLACK_SIGNING_SECRET", "secret");
    environment.put("SLACK_API_URL", slack.url().toString());
    return environment;
  }

  private static void lookAt(Path data, Store store, int kills, Workload workload)
      throws Exception {
    try (Aftermath aftermath = new Aftermath(data, store)) {
      aftermath.everyJournalFoldsToItsSidecar();
      aftermath.noCommandTookEffectTwice();
      aftermath.everyCommandTookEffect(workload.commands);
      assertThat(aftermath.said(new ProjectId(Workload.CHATTER)))
          .as("what was typed in one project is there once and in order")
          .containsExactlyElementsOf(workload.typed);
      List<String> inSlack = new ArrayList<>();
      for (int i = 1; i <= aftermath.projects().size(); i++) {
        ProjectId project = new ProjectId("slack-" + i);
        if (aftermath.projects().contains(project)) {
          inSlack.addAll(aftermath.said(project));
        }
      }
      assertThat(inSlack).containsExactlyElementsOf(workload.typedInSlack);
      aftermath.everyCompletedStepIsOneCommit();
      System.out.printf(
          "KilledTest: %d kills, %d commands acknowledged, %d projects%n",
          kills, workload.acknowledged.get(), aftermath.projects().size());
    }
  }

  /** A posting is there once, and a thread's messages stand in the order of their numbers. */
  private static void everyThreadIsInOrder(FakeSlack slack) {
    Map<String, List<Long>> numbers = new HashMap<>();
    for (Post post : slack.posts()) {
      assertThat(post.metadata()).isNotNull();
      String posting = post.metadata().path("event_payload").path("posting").asString();
      int slash = posting.lastIndexOf('/');
      numbers
          .computeIfAbsent(posting.substring(0, slash), _ -> new ArrayList<>())
          .add(Long.parseLong(posting.substring(slash + 1)));
    }
    assertThat(numbers)
        .allSatisfy(
            (project, posted) -> assertThat(posted).as(project).isSorted().doesNotHaveDuplicates());
  }
}
