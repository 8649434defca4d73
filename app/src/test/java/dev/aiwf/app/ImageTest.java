package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the image is made from says nothing that the checkout does not hold. */
class ImageTest {

  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern SETTING = Pattern.compile("\\b((?:AIWF|SLACK)_[A-Z_]+)(?=[:=])");

  @Test
  void whatIsCopiedIsThereAndNotIgnored() throws IOException {
    List<String> sources =
        matches(lines("Dockerfile"), "^COPY (?!--from)(.+) \\S+$")
            .flatMap(match -> Arrays.stream(match.group(1).split(" ", -1)))
            .toList();

    assertThat(sources).contains("prompts", "templates", "knowledge", "app/launch");
    assertThat(sources)
        .allSatisfy(source -> {
          assertThat(CHECKOUT.resolve(source)).exists();
          assertThat(ignored(Path.of(source))).isEmpty();
        });
  }

  @Test
  void whatABuildMakesAndWhatIsSecretStaysOutside() throws IOException {
    for (String path : List.of("target", "app/target", ".git", "secrets", ".env")) {
      assertThat(ignored(Path.of(path))).as(path).isPresent();
    }
  }

  @Test
  void bothStagesArePinnedToOneRelease() throws IOException {
    List<String> images =
        matches(lines("Dockerfile"), "^FROM (\\S+)").map(m -> m.group(1)).toList();

    assertThat(images).hasSize(2);
    assertThat(images.get(0)).matches("eclipse-temurin:25\\.\\d+\\.\\d+_\\d+-jdk-\\w+");
    assertThat(images.get(1)).isEqualTo(images.get(0).replace("-jdk-", "-jre-"));
  }

  @Test
  void itRunsAsSomebodyWhoIsNotRoot() throws IOException {
    List<String> users = matches(lines("Dockerfile"), "^USER (.+)$").map(m -> m.group(1)).toList();

    assertThat(users).hasSize(1);
    assertThat(users.getFirst()).matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
  }

  @Test
  void composeTakesAwayAllThatIsNotNeeded() throws IOException {
    assertThat(lines("docker-compose.yml"))
        .contains(
            "    read_only: true",
            "    cap_drop: [ALL]",
            "    security_opt: [\"no-new-privileges:true\"]",
            "      - \"127.0.0.1:${AIWF_PUBLISHED_PORT:-8787}:8787\"");
  }

  @Test
  void whatIsSetIsASetting() throws IOException {
    Set<String> settings =
        Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.toSet());

    for (String file : List.of("Dockerfile", "docker-compose.yml")) {
      List<String> set =
          lines(file).stream()
              .filter(line -> !line.strip().startsWith("#"))
              .map(line -> line.replaceFirst("\\$\\{.*", ""))
              .flatMap(line -> SETTING.matcher(line).results())
              .map(match -> match.group(1).replaceFirst("_FILE$", ""))
              .toList();

      assertThat(set).as(file).contains("AIWF_PERSON");
      assertThat(settings).as(file).containsAll(set);
    }
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(CHECKOUT.resolve(file));
  }

  private static Stream<MatchResult> matches(List<String> lines, String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return lines.stream().flatMap(line -> compiled.matcher(line).results());
  }

  /** The line of {@code .dockerignore} that keeps a path, or a folder that it is in, outside. */
  private static Optional<String> ignored(Path path) throws IOException {
    return lines(".dockerignore").stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .filter(line ->
            Stream.iterate(path, p -> p != null, Path::getParent)
                .anyMatch(each -> ignores(line, each)))
        .findFirst();
  }

  private static boolean ignores(String line, Path path) {
    // Docker's ** stands for no folder too, which Java's does not.
    return Stream.of(line, line.replaceFirst("^\\*\\*/", ""))
        .anyMatch(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(path));
  }
}
