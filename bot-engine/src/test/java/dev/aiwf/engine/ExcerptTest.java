package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.testkit.FakeArtifacts;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** How much of a file is shown. */
class ExcerptTest {

  private static final Effect.ReadArtifact READ =
      new Effect.ReadArtifact(
          new ProjectId("support-bot"), new Repository.Place("own", "main", "aiwf/x"), "spec.md");

  private final FakeArtifacts artifacts = new FakeArtifacts();

  @Test
  void aShortFileIsShownWhole() throws Exception {
    assertThat(read("# Spec\n\nAll of it.\n\n"))
        .isEqualTo(new Action.ArtifactRead("spec.md", "# Spec\n\nAll of it.", 0));
  }

  @Test
  void aLongOneEndsWithAWholeLine() throws Exception {
    String line = "x".repeat(99);
    Action.ArtifactRead read =
        (Action.ArtifactRead) read(String.join("\n", Collections.nCopies(100, line)));

    assertThat(read.text().lines()).hasSizeBetween(20, 30).containsOnly(line);
    assertThat(read.text().lines().count() + read.more()).isEqualTo(100);
  }

  @Test
  void oneOfManyShortLinesIsNotThrownAcrossTheScreen() throws Exception {
    Action.ArtifactRead read =
        (Action.ArtifactRead) read(String.join("\n", Collections.nCopies(500, "a: 1")));

    assertThat(read.text().lines()).hasSize(40);
    assertThat(read.more()).isEqualTo(460);
  }

  @Test
  void oneLineThatIsTooLongIsCut() throws Exception {
    Action.ArtifactRead read = (Action.ArtifactRead) read("x".repeat(50_000));

    assertThat(read.text()).hasSizeLessThan(3_000).endsWith("x…");
    assertThat(read.more()).isEqualTo(1);
  }

  @Test
  void aSecretThatSomebodyWroteIntoItStaysThere() throws Exception {
    String token = "ghp_" + "Ab3dEf6hIj9lMn2pQr5tUv8xYz1bCd4fGh7j";

    assertThat(read("token: " + token).toString()).contains("removed").doesNotContain(token);

    String body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ";
    String key = "-----BEGIN " + "PRIVATE KEY-----\n" + body + "\n-----END " + "PRIVATE KEY-----";
    assertThat(read("key: |\n" + key + "\nnext: 1"))
        .isEqualTo(
            new Action.ArtifactRead("spec.md", "key: |\n(a private key, removed)\nnext: 1", 0));
  }

  @Test
  void whatIsNoTextOrIsGoneIsSaid() throws Exception {
    assertThat(Excerpt.of(artifacts, READ).toString()).contains("not found");
    assertThat(read("\n \n").toString()).contains("It is empty.");
    artifacts.put("spec.md", new Artifacts.Content.Unshown("It is a picture.", 12));
    assertThat(Excerpt.of(artifacts, READ))
        .isEqualTo(new Action.ArtifactMissed("spec.md", "It is a picture."));
  }

  private Action read(String text) throws Exception {
    artifacts.put("spec.md", text);
    return Excerpt.of(artifacts, READ);
  }
}
