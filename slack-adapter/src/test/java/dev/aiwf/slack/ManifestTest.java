package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.testkit.slack.Post;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The app's descriptions ask for what the code uses, and for nothing else. */
class ManifestTest {

  /** The items of a list, wherever it stands. */
  private static Set<String> listed(SlackSetup.Manifest manifest, String key) {
    List<String> lines = manifest.text().lines().toList();
    int from = lines.stream().map(String::strip).toList().indexOf(key + ":");
    return lines.subList(from + 1, lines.size()).stream()
        .map(String::strip)
        .takeWhile(line -> line.startsWith("- ") || line.startsWith("#"))
        .filter(line -> line.startsWith("- "))
        .map(line -> line.substring(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource(names = {"SOCKET", "HTTP"})
  void itAsksForEveryScopeThatTheCodeKnows(SlackSetup.Manifest manifest) {
    assertThat(listed(manifest, "bot"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Scope.values()).map(Scope::key).toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyScopeSaysWhatItIsFor(SlackSetup.Manifest manifest) {
    List<String> lines = manifest.text().lines().map(String::strip).toList();
    for (String scope : listed(manifest, "bot")) {
      assertThat(lines.get(lines.indexOf("- " + scope) - 1)).startsWith("# ");
    }
  }

  @Test
  void mentionsOnlyReadsNothing() {
    assertThat(listed(SlackSetup.Manifest.MENTIONS, "bot"))
        .noneMatch(scope -> scope.endsWith(":history"))
        .containsAll(Stream.of(Scope.values()).filter(Scope::needed).map(Scope::key).toList());
    assertThat(listed(SlackSetup.Manifest.MENTIONS, "bot_events"))
        .noneMatch(event -> event.startsWith("message."));
  }

  @Test
  void socketModeIsOnWhereNoAddressIsNamed() {
    assertThat(SlackSetup.Manifest.SOCKET.text())
        .contains("socket_mode_enabled: true")
        .doesNotContain("url:");
    assertThat(SlackSetup.Manifest.MENTIONS.text()).contains("socket_mode_enabled: true");
    assertThat(SlackSetup.Manifest.HTTP.text())
        .contains("socket_mode_enabled: false")
        .containsPattern("command: /aiwf\\n +url: https://aiwf.example.org/slack/events");
  }

  /** A Slack that grants and sends no more than the manifest says is enough for a whole run. */
  @ParameterizedTest
  @EnumSource
  void whatItAsksForIsEnough(SlackSetup.Manifest manifest) throws Exception {
    SlackRun run =
        new SlackRun(
            manifest == SlackSetup.Manifest.HTTP ? SlackRun.Way.HTTP : SlackRun.Way.SOCKETS);
    run.slack.grant(listed(manifest, "bot"));
    run.slack.subscribe(listed(manifest, "bot_events"));
    run.started();
    String thread = run.status().ts();

    run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, thread, "@aiwf Answer billing questions");
    run.settle();
    run.press("Answers from documents");
    run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, thread, "@aiwf 300");
    run.settle();
    run.press("RAG only ★");
    run.fill(Map.of());
    run.slack.say(SlackRun.LEAD, SlackRun.CHANNEL, thread, "@aiwf status");
    run.settle();
    run.press("C Continue");

    assertThat(run.slack.nextFile().thread()).isEqualTo(thread);
    assertThat(run.slack.home(SlackRun.LEAD).shown()).contains("support-bot");
    assertThat(run.sidecar().visit().orElseThrow().step()).isEqualTo("release");
    assertThat(run.slack.posts()).extracting(Post::channel).containsOnly(SlackRun.CHANNEL);
    assertThat(run.slack.rejections()).isEmpty();
    run.close();
  }
}
