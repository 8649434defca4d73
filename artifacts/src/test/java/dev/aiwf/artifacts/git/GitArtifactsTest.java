package dev.aiwf.artifacts.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Artifacts.Change;
import dev.aiwf.core.port.Artifacts.Content;
import dev.aiwf.core.port.Artifacts.Listed;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.Repositories.Commit;
import dev.aiwf.core.project.Repository.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a linked repository; of one's own the same code reads. */
class GitArtifactsTest {

  @TempDir Path folder;

  private GitProgram there;
  private GitProgram somebody;
  private Linked linked;
  private Artifacts artifacts;
  private Place place;
  private Commit first;

  @BeforeEach
  void begin() throws Exception {
    there = GitProgram.bare(folder.resolve("team.git"));
    somebody = GitProgram.clone(there.folder(), folder.resolve("clone"));
    somebody.edit("README.md", "# Bot\n", "main");
    linked =
        new Linked(folder.resolve("data"), Linked.here("this-one"), "file://" + there.folder());
    first = linked.publish(1, "note.md", "one\ntwo\n", "deep/spec.md", "# Spec\n");
    artifacts = linked.repositories.artifacts();
    place = new Place("file://" + there.folder(), Linked.BRANCH, "aiwf/support-bot");
  }

  @Test
  void aFolderIsListedAndItsFilesAreRead() throws Exception {
    assertThat(artifacts.files(place))
        .containsExactly(new Listed("deep/spec.md", 7), new Listed("note.md", 8));
    assertThat(artifacts.file(place, "note.md")).hasValue(new Content.Text("one\ntwo\n"));
    assertThat(artifacts.file(place, "other.md")).isEmpty();
    assertThat(artifacts.file(place, "deep")).isEmpty();
  }

  @Test
  void everyFileIsHandedOverAsItLies() throws Exception {
    somebody.take(Linked.BRANCH);
    Files.write(somebody.folder().resolve(Linked.FOLDER + "image.png"), new byte[] {1, 0, 2});
    Files.createSymbolicLink(
        somebody.folder().resolve(Linked.FOLDER + "link.md"), Path.of("../../README.md"));
    somebody.push("Add things", Linked.BRANCH);
    var _ = linked.publish(2, "note.md", "one\ntwo\n");
    Map<String, byte[]> files = new LinkedHashMap<>();
    artifacts.each(place, files::put);
    assertThat(files.keySet()).containsExactly("deep/spec.md", "image.png", "note.md");
    assertThat(files.get("image.png")).containsExactly(1, 0, 2);
  }

  @Test
  void onlyCommitsAreShownAsCommits() throws Exception {
    assertThat(artifacts.commit(place, first.sha()).orElseThrow().files())
        .containsExactly("deep/spec.md", "note.md");
    String blob = there.run("rev-parse", first.sha() + ":aiwf/support-bot/note.md").strip();
    assertThat(artifacts.commit(place, blob)).isEmpty();
  }

  @Test
  void nothingOutsideTheFolderIsReadable() {
    for (String path : List.of("../../README.md", "/etc/passwd", "deep/../../x", ".git/config")) {
      assertThatThrownBy(() -> artifacts.file(place, path)).isInstanceOf(NotEver.class);
      assertThatThrownBy(() -> artifacts.blame(place, path, 1)).isInstanceOf(NotEver.class);
    }
  }

  @Test
  void whatIsNoTextIsSaidToBe() throws Exception {
    somebody.take(Linked.BRANCH);
    Files.write(somebody.folder().resolve(Linked.FOLDER + "image.png"), new byte[] {1, 0, 2});
    Files.createSymbolicLink(
        somebody.folder().resolve(Linked.FOLDER + "link.md"), Path.of("../../README.md"));
    somebody.push("Add things", Linked.BRANCH);
    var _ = linked.publish(2, "note.md", "one\ntwo\n");

    assertThat(artifacts.file(place, "image.png"))
        .hasValue(new Content.Unshown("The file is no text in UTF-8.", 3));
    assertThat(artifacts.file(place, "link.md")).isEmpty();
    assertThat(artifacts.files(place)).extracting(Listed::path).doesNotContain("link.md");
  }

  @Test
  void aLineLeadsToItsCommit() throws Exception {
    Commit second = linked.publish(2, "note.md", "one\nzwei\n");

    assertThat(artifacts.blame(place, "note.md", 1).map(Change::sha)).hasValue(first.sha());
    assertThat(artifacts.blame(place, "note.md", 2).map(Change::sha)).hasValue(second.sha());
    assertThat(artifacts.blame(place, "note.md", 2).map(Change::effect)).hasValue(2L);
    assertThat(artifacts.blame(place, "note.md", 3)).isEmpty();
    assertThat(artifacts.blame(place, "gone.md", 1)).isEmpty();
  }

  @Test
  void commitsAreThoseOfTheFolder() throws Exception {
    somebody.take(Linked.BRANCH);
    somebody.edit(Linked.FOLDER + "note.md", "one\nzwei\n", Linked.BRANCH);
    somebody.edit("elsewhere.md", "Nothing of the project's.\n", Linked.BRANCH);
    Commit second = linked.publish(2, "note.md", "one\ntwo\n");

    List<Change> commits = artifacts.commits(place, 10);

    assertThat(commits)
        .extracting(Change::title)
        .containsExactly(
            "Support Bot: complete step 2",
            "Edit aiwf/support-bot/note.md",
            "Support Bot: complete step 1");
    assertThat(commits).extracting(Change::effect).containsExactly(2L, null, 1L);
    assertThat(commits.getFirst().sha()).isEqualTo(second.sha());
    assertThat(artifacts.commits(place, 1)).hasSize(1);
  }

  @Test
  void aCommitIsShownWithWhatItChanged() throws Exception {
    Commit second = linked.publish(2, "note.md", "one\nzwei\n");

    Artifacts.Detail detail = artifacts.commit(place, second.sha()).orElseThrow();

    assertThat(detail.diff()).contains("-two\n+zwei\n").contains("+++ b/aiwf/support-bot/note.md");
    assertThat(detail.message()).contains("Aiwf-Effect: support-bot/2");
    assertThat(detail.cut()).isFalse();
    assertThat(artifacts.commit(place, first.sha()).orElseThrow().diff()).contains("+# Spec");
  }

  @Test
  void commitsOfOthersAreNotShown() throws Exception {
    String main = there.run("rev-parse", "main").strip();

    assertThat(artifacts.commit(place, main)).isEmpty();
    assertThat(artifacts.commit(place, "0".repeat(40))).isEmpty();
    assertThat(artifacts.commit(place, "HEAD")).isEmpty();
  }

  @Test
  void whereNothingWasCommittedThereIsNothing() throws Exception {
    Place nowhere = new Place("repositories/nowhere.git", "aiwf/nowhere", "aiwf/nowhere");

    assertThat(artifacts.files(nowhere)).isEmpty();
    assertThat(artifacts.commits(nowhere, 5)).isEmpty();
    assertThat(artifacts.file(nowhere, "note.md")).isEqualTo(Optional.empty());
  }
}
