package dev.aiwf.artifacts.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that publishes is killed with -9 at random moments, with its remote's end in it. */
class KilledWhilePushingTest {

  private static final int KILLS = Integer.getInteger("aiwf.kills", 8);
  private static final int LONGEST_LOOKS = 20_000;

  @TempDir Path folder;

  @Test
  void everyEffectIsCommittedOnceAndInOrder() throws Exception {
    long seed = Long.getLong("aiwf.seed", System.nanoTime());
    System.out.println("KilledWhilePushingTest: -Daiwf.seed=" + seed + " repeats these moments");
    Random random = new Random(seed);
    GitProgram there = GitProgram.bare(folder.resolve("team.git"));
    String address = "file://" + there.folder();
    long next = 1;
    for (int kill = 0; kill < KILLS; kill++) {
      next = workAndDie(address, next, random);
      assertThat(there.run("fsck", "--full", "--strict", "--no-dangling").lines())
          .allMatch(line -> line.startsWith("notice: "));
    }

    PublishingForever.publish(
        new Linked(folder.resolve("data"), Linked.here("this-one"), address), next);

    assertThat(
            there
                .run(
                    "log",
                    "--reverse",
                    "--format=%(trailers:key=Aiwf-Effect,valueonly,separator=)",
                    Linked.BRANCH)
                .lines())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, next).mapToObj(number -> "support-bot/" + number).toList());
    try (var mirrors = Files.list(folder.resolve("data/linked"))) {
      Path mirror =
          mirrors.filter(each -> each.toString().endsWith(".git")).findFirst().orElseThrow();
      assertThat(GitProgram.in(mirror).run("fsck", "--full", "--strict", "--no-dangling").lines())
          .noneMatch(line -> line.matches("(error|fatal|missing|broken|corrupt).*"));
    }
  }

  /** Lets it work for a moment; answers what it had not yet said to have done. */
  private long workAndDie(String address, long from, Random random) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PublishingForever.class.getName(),
                folder.resolve("data").toString(),
                address,
                String.valueOf(from))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long begun = from;
    boolean done = false;
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int lines = 1 + random.nextInt(12); lines > 0; lines--) {
        List<String> words = List.of(said.readLine().split(" ", -1));
        begun = Long.parseLong(words.getLast());
        done = words.getFirst().equals("has");
      }
      look(address, random.nextInt(LONGEST_LOOKS));
      // The process itself would close what it said and was not read yet.
      assertThat(process.toHandle().destroyForcibly()).isTrue();
      var _ = process.waitFor();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.matches("(begins|has done) \\d+")) {
          begun = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
          done = line.startsWith("has");
        }
      }
    }
    return done ? begun + 1 : begun;
  }

  /** Passes some time with something else. */
  private static void look(String address, int times) {
    Path remote = Path.of(address.substring("file://".length()));
    for (int i = 0; i < times; i++) {
      if (!Files.exists(remote)) {
        throw new AssertionError(remote + " is gone");
      }
    }
  }
}
