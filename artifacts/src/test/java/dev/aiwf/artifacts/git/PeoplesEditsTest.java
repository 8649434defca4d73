package dev.aiwf.artifacts.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Repositories.Change;
import dev.aiwf.core.port.Repositories.Commit;
import dev.aiwf.core.port.Repositories.Edit;
import dev.aiwf.core.project.Repository.Collision;
import dev.aiwf.core.project.Repository.Keep;
import dev.aiwf.core.project.Repository.Resolution;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people change in a project's files stays, and where it can't it is asked about once. */
class PeoplesEditsTest {

  private static final String FIRST = "# Spec\n\nGoal: answers\n\nCost: 1\n";
  private static final String COSTLIER = "# Spec\n\nGoal: answers\n\nCost: 2\n";

  @TempDir Path folder;

  private GitProgram there;
  private GitProgram somebody;
  private Linked linked;

  @BeforeEach
  void begin() throws Exception {
    there = GitProgram.bare(folder.resolve("team.git"));
    linked =
        new Linked(folder.resolve("data"), Linked.here("this-one"), "file://" + there.folder());
    var _ = linked.publish(1, "sidecar.yaml", "n: 1\n", "spec.md", FIRST);
    somebody = GitProgram.clone(there.folder(), folder.resolve("clone"));
  }

  private Commit publish(long number, String spec) throws Exception {
    return linked.publish(number, "sidecar.yaml", "n: " + number + "\n", "spec.md", spec);
  }

  private void edit(String path, String text) throws Exception {
    somebody.take(Linked.BRANCH);
    somebody.edit(Linked.FOLDER + path, text, Linked.BRANCH);
  }

  private void delete(String path) throws Exception {
    somebody.take(Linked.BRANCH);
    Files.delete(somebody.folder().resolve(Linked.FOLDER + path));
    somebody.push("Delete " + path, Linked.BRANCH);
  }

  private String content(String path) {
    return there.run("show", Linked.BRANCH + ":" + Linked.FOLDER + path);
  }

  private String blob(String path) {
    return there.run("rev-parse", Linked.BRANCH + ":" + Linked.FOLDER + path).strip();
  }

  private String trailers() {
    return there.run("log", "-1", "--format=%(trailers)", Linked.BRANCH);
  }

  @Test
  void anEditStaysThroughAllThatComesAfter() throws Exception {
    edit("spec.md", FIRST.replace("answers", "good answers"));

    Commit second = publish(2, COSTLIER);
    Commit third = publish(3, COSTLIER.replace("Spec", "The spec"));

    assertThat(second.edits()).containsExactly(new Edit("spec.md", null));
    assertThat(third.edits()).as("told once").isEmpty();
    assertThat(second.collisions()).isEmpty();
    assertThat(third.collisions()).isEmpty();
    assertThat(trailers()).contains("Aiwf-Edited: spec.md\n");
    assertThat(content("spec.md")).isEqualTo("# The spec\n\nGoal: good answers\n\nCost: 2\n");
  }

  @Test
  void anEditThatIsTakenBackLeavesNothingBehind() throws Exception {
    edit("spec.md", FIRST + "More\n");
    var _ = publish(2, FIRST);
    edit("spec.md", FIRST);
    var _ = publish(3, COSTLIER);

    assertThat(content("spec.md")).isEqualTo(COSTLIER);
    assertThat(trailers()).doesNotContain("Aiwf-Edited");
  }

  @Test
  void theSidecarIsOursAndItsEditIsTold() throws Exception {
    edit("sidecar.yaml", "n: 1\nuse_case: other\n");

    Commit second = publish(2, FIRST);

    assertThat(second.edits())
        .containsExactly(new Edit("sidecar.yaml", new Change("n: 1\n", "n: 1\nuse_case: other\n")));
    assertThat(content("sidecar.yaml")).isEqualTo("n: 2\n");
    assertThat(publish(2, FIRST)).as("found again, with what was said then").isEqualTo(second);
    assertThat(publish(3, FIRST).edits()).isEmpty();
  }

  @Test
  void collidingLinesArePeoplesUntilItIsSettledAndTheRestIsOurs() throws Exception {
    edit("spec.md", FIRST.replace("Cost: 1", "Cost: nothing"));

    Commit second = publish(2, COSTLIER.replace("# Spec", "# The spec"));

    assertThat(content("spec.md")).isEqualTo("# The spec\n\nGoal: answers\n\nCost: nothing\n");
    Collision collision = new Collision("spec.md", blob("spec.md"), "Cost: 2", "Cost: nothing");
    assertThat(second.collisions()).containsExactly(collision);
    assertThat(publish(2, COSTLIER.replace("# Spec", "# The spec"))).isEqualTo(second);
    assertThat(publish(3, COSTLIER.replace("# Spec", "# The spec")).collisions())
        .as("the same, under the same name")
        .containsExactly(collision);
  }

  @Test
  void aCollisionIsSettledForUsWithoutTouchingOtherEdits() throws Exception {
    edit("spec.md", FIRST.replace("Cost: 1", "Cost: nothing").replace("answers", "good answers"));
    Collision collision = publish(2, COSTLIER).collisions().getFirst();

    linked.resolutions.add(new Resolution("spec.md", collision.theirs(), Keep.OURS));
    Commit third = publish(3, COSTLIER);

    assertThat(third.collisions()).isEmpty();
    assertThat(content("spec.md")).isEqualTo("# Spec\n\nGoal: good answers\n\nCost: 2\n");
    assertThat(publish(4, COSTLIER.replace("Cost: 2", "Cost: 3")).collisions()).isEmpty();
    assertThat(content("spec.md")).isEqualTo("# Spec\n\nGoal: good answers\n\nCost: 3\n");
  }

  @Test
  void aCollisionIsSettledForThemUntilThatLineChangesAgain() throws Exception {
    edit("spec.md", FIRST.replace("Cost: 1", "Cost: nothing"));
    Collision collision = publish(2, COSTLIER).collisions().getFirst();

    linked.resolutions.add(new Resolution("spec.md", collision.theirs(), Keep.THEIRS));
    assertThat(publish(3, COSTLIER).collisions()).isEmpty();
    assertThat(publish(4, COSTLIER).collisions()).isEmpty();
    assertThat(content("spec.md")).contains("Cost: nothing");
  }

  @Test
  void whoWritesAgainIsAskedAgain() throws Exception {
    edit("spec.md", FIRST.replace("Cost: 1", "Cost: nothing"));
    Collision collision = publish(2, COSTLIER).collisions().getFirst();
    linked.resolutions.add(new Resolution("spec.md", collision.theirs(), Keep.OURS));
    edit("spec.md", FIRST.replace("Cost: 1", "Cost: a lot"));

    Commit third = publish(3, COSTLIER);

    assertThat(third.collisions()).extracting(Collision::beside).containsExactly("Cost: a lot");
    assertThat(third.collisions().getFirst().theirs()).isNotEqualTo(collision.theirs());
  }

  @Test
  void aDeletedFileStaysDeleted() throws Exception {
    delete("spec.md");

    Commit second = publish(2, FIRST);
    Commit third = publish(3, FIRST);

    assertThat(second.edits()).containsExactly(new Edit("spec.md", null));
    assertThat(second.collisions()).isEmpty();
    assertThat(third.edits()).isEmpty();
    assertThat(there.run("ls-tree", "-r", "--name-only", Linked.BRANCH)).doesNotContain("spec.md");
  }

  @Test
  void aDeletedFileThatWeChangedIsACollision() throws Exception {
    delete("spec.md");

    Collision collision = publish(2, COSTLIER).collisions().getFirst();
    linked.resolutions.add(new Resolution("spec.md", collision.theirs(), Keep.OURS));

    assertThat(collision.theirs()).matches("0+");
    assertThat(publish(3, COSTLIER).collisions()).isEmpty();
    assertThat(content("spec.md")).isEqualTo(COSTLIER);
  }

  @Test
  void aFileThatPeopleWereTheFirstToWriteIsACollision() throws Exception {
    edit("plan.md", "Our plan.\n");

    Commit second = linked.publish(2, "sidecar.yaml", "n: 2\n", "plan.md", "# Plan\n");

    assertThat(second.collisions())
        .containsExactly(new Collision("plan.md", blob("plan.md"), "# Plan", "Our plan."));
    assertThat(content("plan.md")).isEqualTo("Our plan.\n");
    linked.resolutions.add(new Resolution("plan.md", blob("plan.md"), Keep.OURS));
    var _ = linked.publish(3, "sidecar.yaml", "n: 3\n", "plan.md", "# Plan\n");
    assertThat(content("plan.md")).isEqualTo("# Plan\n");
  }

  @Test
  void editsInAFileThatIsNotWrittenForAWhileAreNotForgotten() throws Exception {
    edit("spec.md", FIRST.replace("answers", "good answers"));
    var _ = publish(2, FIRST);
    var _ = linked.publish(3, "sidecar.yaml", "n: 3\n");

    Commit fourth = publish(4, COSTLIER);

    assertThat(content("spec.md")).contains("good answers", "Cost: 2");
    assertThat(fourth.collisions()).isEmpty();
  }

  @Test
  void aFileThatWasAddedLongBeforeItIsWrittenIsNotWrittenOver() throws Exception {
    edit("plan.md", "Our plan.\n");
    var _ = linked.publish(2, "sidecar.yaml", "n: 2\n");

    Commit third = linked.publish(3, "sidecar.yaml", "n: 3\n", "plan.md", "# Plan\n");

    assertThat(content("plan.md")).isEqualTo("Our plan.\n");
    assertThat(third.collisions()).hasSize(1);
  }

  @Test
  void aFileThatIsNotWrittenForAWhileIsWrittenAgain() throws Exception {
    var _ = linked.publish(2, "sidecar.yaml", "n: 2\n");
    var _ = linked.publish(3, "sidecar.yaml", "n: 3\n");

    Commit fourth = publish(4, COSTLIER);

    assertThat(content("spec.md")).isEqualTo(COSTLIER);
    assertThat(fourth.collisions()).isEmpty();
  }

  @Test
  void whatIsEditedWhileItIsNotWrittenStays() throws Exception {
    var _ = linked.publish(2, "sidecar.yaml", "n: 2\n");
    edit("spec.md", FIRST.replace("answers", "good answers"));
    var _ = linked.publish(3, "sidecar.yaml", "n: 3\n");

    var _ = publish(4, COSTLIER);

    assertThat(content("spec.md")).contains("good answers", "Cost: 2");
  }

  @Test
  void bytesThatAreNoTextAreNotBroughtTogether() throws Exception {
    somebody.take(Linked.BRANCH);
    Files.write(somebody.folder().resolve(Linked.FOLDER + "spec.md"), new byte[] {1, 0, 2, 0});
    somebody.push("Replace", Linked.BRANCH);

    Collision collision = publish(2, COSTLIER).collisions().getFirst();

    assertThat(collision.beside()).isEqualTo("This is no text.");
    assertThat(there.run("cat-file", "-s", blob("spec.md"))).isEqualTo("4\n");
  }
}
