package dev.aiwf.artifacts.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prometheus itself says whether it takes the rules. */
class PrometheusRulesTest {

  @TempDir Path folder;

  static Stream<Named<String>> rules() {
    return Stream.concat(
            Golden.all().map(golden -> Named.of(golden.toString(), golden.rendered())),
            LongStream.range(0, 12).mapToObj(seed -> Named.of("shape " + seed, Shapes.files(seed))))
        .flatMap(files ->
            files.getPayload().stream()
                .filter(file -> file.path().endsWith("/alerts.rules.yaml"))
                .map(file -> Named.of(files.getName(), file.text())));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void promtoolTakesTheRules(String rules) throws IOException, InterruptedException {
    assumeTrue(
        onPath("promtool"), "There is no promtool on the PATH, so it has not checked the rules.");
    Path file = Files.writeString(folder.resolve("alerts.rules.yaml"), rules);

    Process promtool =
        new ProcessBuilder("promtool", "check", "rules", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(promtool.waitFor()).describedAs(said).isZero();
    assertThat(said).contains("SUCCESS");
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
