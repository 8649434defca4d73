package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kill test of the build, a thousand times. */
final class Kills implements Measurement {

  private static final int KILLS = Integer.getInteger("bench.kills", 1_000);
  private static final Pattern TOLD =
      Pattern.compile("(\\d+) kills, (\\d+) commands acknowledged, (\\d+) projects");
  private static final Pattern SEED = Pattern.compile("-Daiwf\\.seed=(-?\\d+)");

  @Override
  public String name() {
    return "kills";
  }

  @Override
  public String asks() {
    return "the program killed with -9 at random moments, " + KILLS + " times";
  }

  @Override
  public void run(Bench bench) throws Exception {
    Path log = bench.work().resolve("kills.log");
    long begun = System.nanoTime();
    Process maven =
        new ProcessBuilder(
                bench.home().resolve("mvnw").toString(),
                "-B",
                "-q",
                "test",
                "-pl",
                "app",
                "-am",
                "-Dtest=KilledTest",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Daiwf.kills=" + KILLS)
            .directory(bench.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = maven.waitFor();
    String text = Files.readString(log);
    Matcher told = TOLD.matcher(text);
    Matcher seed = SEED.matcher(text);
    if (exit != 0 || !told.find()) {
      throw new IOException("The kill test failed; its log is " + log);
    }
    bench
        .report()
        .table(
            "Killed with -9",
            List.of("kills", "acknowledged", "projects", "lost", "twice", "took", "seed"),
            List.of(
                List.of(
                    told.group(1),
                    told.group(2),
                    told.group(3),
                    "0",
                    "0",
                    Duration.ofNanos(System.nanoTime() - begun).toMinutes() + " min",
                    seed.find() ? seed.group(1) : "")));
  }
}
