package dev.aiwf.artifacts.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories.Commit;
import dev.aiwf.testkit.SmallDisk;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit that finds no room waits for some, and is there once when there is. */
class FullDiskGitTest {

  private static final int LETTERS = 200_000;

  @TempDir private Path elsewhere;

  @Test
  void aRepositoryOfTheProjectsOwnIsWholeAndTheCommitIsMadeOnce() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted()) {
      Path data = disk.folder().resolve("repositories");
      Linked own = new Linked(data, Linked.here("here"), null);
      own.open();
      var _ = own.publish(1, "spec.md", "# Spec\n");

      waitsForRoom(disk, own);

      provenWhole(GitProgram.in(data.resolve("support-bot.git")));
    }
  }

  @Test
  void whatIsKeptOfALinkedOneIsWholeAndTheCommitIsPushedOnce() throws Exception {
    Path team = elsewhere.resolve("team.git");
    GitProgram.in(elsewhere).run("init", "-q", "--bare", "-b", Linked.BRANCH, team.toString());
    try (SmallDisk disk = SmallDisk.mounted()) {
      Linked linked =
          new Linked(
              disk.folder().resolve("repositories"), Linked.here("here"), team.toUri().toString());
      linked.open();
      var _ = linked.publish(1, "spec.md", "# Spec\n");

      waitsForRoom(disk, linked);

      provenWhole(GitProgram.in(team));
    }
  }

  private static void waitsForRoom(SmallDisk disk, Linked project) throws Exception {
    String large = incompressible();
    for (int pagesLeft : new int[] {0, 1, 2, 5, 12}) {
      disk.fill(pagesLeft);
      assertThatThrownBy(() -> project.publish(2, "spec.md", large))
          .as("%d pages left", pagesLeft)
          .isInstanceOf(NotNow.class)
          .hasMessageContaining("just now");
      disk.makeRoom();
    }
    Commit made = project.publish(2, "spec.md", large);
    assertThat(made.files()).containsExactly("spec.md");
    assertThat(project.publish(2, "spec.md", large).sha()).isEqualTo(made.sha());
  }

  private static void provenWhole(GitProgram git) throws Exception {
    assertThat(git.run("fsck", "--strict", "--no-dangling")).isEmpty();
    assertThat(git.run("log", "--format=%s", Linked.BRANCH))
        .isEqualTo("Support Bot: complete step 2\nSupport Bot: complete step 1\n");
  }

  private static String incompressible() {
    return new Random(1)
        .ints(LETTERS, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .append('\n')
        .toString();
  }
}
