package dev.aiwf.app.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.project.ProjectId;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Patience;
import dev.aiwf.testkit.TwoSteps;
import dev.aiwf.testkit.discord.FakeDiscord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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
 * The real program, used in Discord and killed with -9 at random moments. Everything that was
 * acknowledged comes to something that is seen, once, and no message stands twice.
 */
class DiscordKilledTest {

  private static final int KILLS = Integer.getInteger("aiwf.kills.discord", 3);
  private static final int MOST_BETWEEN_KILLS = 6;
  private static final Path LOG = Path.of("target", "killed-in-discord.log");

  /** Smaller numbers are Discord's own. */
  private static final int LEAST_MARK = 0x4000_0000;

  @TempDir private Path folder;

  @Test
  void whatWasAcknowledgedHappensOnceHoweverOftenItIsKilled() throws Exception {
    long seed = Long.getLong("aiwf.seed", System.nanoTime());
    System.out.println("DiscordKilledTest: -Daiwf.seed=" + seed + " repeats these moments");
    Path data = folder.resolve("data");
    try (FakeDiscord discord = new FakeDiscord("hush-token", InstantSource.system());
        ProgramProcess program = new ProgramProcess(data, LOG, environment(discord))) {
      discord.channel(DiscordWorkload.CHANNEL, "general");
      discord.user(DiscordWorkload.LEAD, "lead");
      DiscordWorkload workload = new DiscordWorkload(discord);
      program.start();
      var _ = discord.awaitConnection();
      await().until(() -> !discord.commands().isEmpty());
      worksAndIsKilled(workload, program, new Random(seed));
      await()
          .until(() ->
              program.figure("aiwf_inbox_waiting") == 0
                  && program.figure("aiwf_outbox_waiting") == 0);
      assertThat(program.figure("aiwf_outbox_given_up")).isZero();
      assertThat(program.stop()).as("SIGTERM ends it cleanly").isEqualTo(143);
      lookAt(data, workload);
      assertThat(marks(discord)).isNotEmpty().doesNotHaveDuplicates();
      assertThat(discord.rejections()).isEmpty();
    }
  }

  private static void worksAndIsKilled(
      DiscordWorkload workload, ProgramProcess program, Random random) throws Exception {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> working = people.submit(workload::run);
      for (int kill = 0; kill < KILLS; kill++) {
        int moment = workload.acknowledged.get() + 1 + random.nextInt(MOST_BETWEEN_KILLS);
        await()
            .pollInterval(Duration.ofMillis(1))
            .until(() -> workload.acknowledged.get() >= moment || working.isDone());
        program.kill();
        program.start();
      }
      workload.end();
      working.get(Patience.LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static Map<String, String> environment(FakeDiscord discord) {
    return Map.of(
        "AIWF_PACKS", TwoSteps.folder().toString(),
        "AIWF_SAMPLE", "false",
        "DISCORD_TOKEN", "hush-token",
        "DISCORD_API_URL", discord.url().toString(),
        "DISCORD_GATEWAY_URL", discord.gateway().toString());
  }

  private static void lookAt(Path data, DiscordWorkload workload) throws Exception {
    try (Aftermath aftermath = new Aftermath(data, new Store.InFolder())) {
      aftermath.everyJournalFoldsToItsSidecar();
      aftermath.noCommandTookEffectTwice();
      aftermath.everyCompletedStepIsOneCommit();
      assertThat(aftermath.projects())
          .extracting(ProjectId::value)
          .containsExactlyInAnyOrderElementsOf(workload.projects);
      assertThat(workload.typed)
          .as("something of what was typed was heard")
          .anySatisfy((project, typed) ->
              assertThat(aftermath.said(new ProjectId(project))).containsAnyElementsOf(typed));
      workload.typed.forEach((project, typed) -> {
        List<String> said = aftermath.said(new ProjectId(project));
        assertThat(said)
            .as("what was heard in %s, once and in order", project)
            .containsExactlyElementsOf(typed.stream().filter(said::contains).toList());
      });
      System.out.printf(
          "DiscordKilledTest: %d kills, %d presses acknowledged, %d projects%n",
          KILLS, workload.acknowledged.get(), workload.projects.size());
    }
  }

  /** The numbers that aiwf puts on its posts, one for each. */
  private static List<Integer> marks(FakeDiscord discord) {
    return discord.posts().stream()
        .map(post -> post.body().path("components").path(0).path("id").asInt(0))
        .filter(mark -> mark >= LEAST_MARK)
        .toList();
  }
}
