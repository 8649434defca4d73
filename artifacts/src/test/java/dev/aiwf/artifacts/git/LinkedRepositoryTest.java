package dev.aiwf.artifacts.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories.Commit;
import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.project.Repository.Elsewhere;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository that a team has, with people who work in it. */
class LinkedRepositoryTest {

  private static final String BRANCH = Linked.BRANCH;
  private static final String FOLDER = Linked.FOLDER;

  @TempDir Path folder;

  private GitProgram there;
  private Linked linked;

  @BeforeEach
  void begin() throws Exception {
    there = GitProgram.bare(folder.resolve("team.git"));
    linked = new Linked(folder.resolve("data"), Linked.here("this-one"), address());
  }

  private String address() {
    return "file://" + there.folder();
  }

  private GitProgram somebody() throws Exception {
    GitProgram clone = GitProgram.clone(there.folder(), folder.resolve("clone"));
    clone.edit("README.md", "# Bot\n\nAnswers.\n", "main");
    clone.edit("docs/data.md", "Articles.\n", "main");
    return clone;
  }

  private String log() {
    return there.run("log", "--reverse", "--format=%s", BRANCH);
  }

  private void sound() {
    assertThat(there.run("fsck", "--full", "--strict", "--no-dangling").lines())
        .allMatch(line -> line.startsWith("notice: "));
  }

  private String content(String path) {
    return there.run("show", BRANCH + ":" + FOLDER + path);
  }

  @Test
  void aBranchBeginsWhereTheTeamIs() throws Exception {
    var _ = somebody();

    Commit commit = linked.publish(1, "sidecar.yaml", "a: 1\n", "note.md", "# Note\n");

    assertThat(commit.files()).containsExactly("note.md", "sidecar.yaml");
    assertThat(commit.elsewhere()).isNull();
    assertThat(there.run("rev-parse", BRANCH)).isEqualTo(commit.sha() + "\n");
    assertThat(there.run("rev-parse", BRANCH + "^")).isEqualTo(there.run("rev-parse", "main"));
    assertThat(there.run("ls-tree", "-r", "--name-only", BRANCH).lines())
        .containsExactly("README.md", FOLDER + "note.md", FOLDER + "sidecar.yaml", "docs/data.md");
    sound();
  }

  @Test
  void anEmptyRepositoryGetsItsFirstCommit() throws Exception {
    assertThat(linked.open().found()).isEmpty();

    Commit commit = linked.publish(1, "sidecar.yaml", "a: 1\n");

    assertThat(there.run("log", "--format=%H", BRANCH)).isEqualTo(commit.sha() + "\n");
    sound();
  }

  @Test
  void whatWasPushedIsFoundAgain() throws Exception {
    Commit first = linked.publish(1, "note.md", "1\n");
    Commit second = linked.publish(2, "note.md", "2\n");

    assertThat(linked.publish(1, "note.md", "1\n")).isEqualTo(first);
    assertThat(linked.publish(2, "note.md", "2\n")).isEqualTo(second);
    assertThat(
            new Linked(folder.resolve("other"), Linked.here("this-one"), address())
                .publish(2, "note.md", "2\n")
                .sha())
        .as("whoever lost the cache, too")
        .isEqualTo(second.sha());
    assertThat(log().lines()).hasSize(2);
  }

  @Test
  void whatIsSaidOfTheRepositoryIsOfferedToBeginFrom() throws Exception {
    var _ = somebody();

    var opened = linked.open();

    assertThat(opened.place().address()).isEqualTo(address());
    assertThat(opened.documents())
        .extracting(each -> each.path())
        .containsExactly("README.md", "docs/data.md");
    assertThat(opened.found()).isEmpty();
  }

  @Test
  void aProjectThatLiesThereIsFoundWithWhoeverWroteIt() throws Exception {
    Commit commit = linked.publish(1, "sidecar.yaml", "a: 1\n");

    var found =
        new Linked(folder.resolve("other"), Linked.here("other-one"), address()).open().found();

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().path()).isEqualTo(FOLDER + "sidecar.yaml");
    assertThat(found.getFirst().sidecar()).isEqualTo("a: 1\n");
    assertThat(found.getFirst().head()).isEqualTo(commit.sha());
    assertThat(found.getFirst().bot()).isEqualTo("this-one");
  }

  @Test
  void ofTwoBotsOneStepsBackAndAResumedProjectGoesOn() throws Exception {
    var _ = linked.publish(1, "note.md", "1\n");
    Linked other = new Linked(folder.resolve("other"), Linked.here("other-one"), address());

    assertThatThrownBy(() -> other.publish(5, "note.md", "5\n"))
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("\"this-one\"")
        .hasMessageContaining("steps back");

    other.predecessors = Set.of("this-one");
    Commit taken = other.publish(5, "note.md", "5\n");
    assertThat(taken.collisions()).isEmpty();
    assertThatThrownBy(() -> linked.publish(2, "note.md", "2\n")).isInstanceOf(NotEver.class);
    assertThat(content("note.md")).isEqualTo("5\n");
  }

  @Test
  void aRepositoryThatIsGoneIsSaidToBe() throws Exception {
    var _ = linked.publish(1, "note.md", "1\n");
    Path aside = folder.resolve("aside.git");
    Files.move(there.folder(), aside);

    assertThatThrownBy(() -> linked.publish(2, "note.md", "2\n"))
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("no repository at " + address());

    Files.move(aside, there.folder());
    assertThat(linked.publish(2, "note.md", "2\n").files()).containsExactly("note.md");
  }

  @Test
  void aBranchThatWasDeletedBeginsAnewWithEverything() throws Exception {
    var _ = somebody();
    var _ = linked.publish(1, "sidecar.yaml", "1\n", "note.md", "1\n");
    var _ = there.run("update-ref", "-d", "refs/heads/" + BRANCH);

    Commit commit = linked.publish(2, "sidecar.yaml", "2\n", "note.md", "1\n");

    assertThat(commit.files()).containsExactly("note.md", "sidecar.yaml");
    assertThat(commit.collisions()).isEmpty();
    assertThat(there.run("rev-parse", BRANCH + "^")).isEqualTo(there.run("rev-parse", "main"));
  }

  @Test
  void aBranchThatWasForcedElsewhereIsGoneOnFrom() throws Exception {
    GitProgram somebody = somebody();
    var _ = linked.publish(1, "sidecar.yaml", "1\n", "note.md", "1\n");
    var _ = somebody.run("checkout", "--quiet", "--orphan", "other");
    var _ = somebody.run("rm", "-rfq", ".");
    Files.writeString(somebody.folder().resolve("unrelated.md"), "Another history.\n");
    var _ = somebody.run("add", "--all");
    var _ = somebody.run("commit", "--quiet", "--message", "Begin anew");
    var _ = somebody.run("push", "--quiet", "--force", "origin", "HEAD:" + BRANCH);

    Commit commit = linked.publish(2, "sidecar.yaml", "2\n", "note.md", "1\n");

    assertThat(commit.files()).containsExactly("note.md", "sidecar.yaml");
    assertThat(log().lines()).containsExactly("Begin anew", "Support Bot: complete step 2");
    assertThat(there.run("show", BRANCH + ":unrelated.md")).isEqualTo("Another history.\n");
    sound();
  }

  @Test
  void aSquashedBranchIsKnownByWhatItQuotes() throws Exception {
    GitProgram somebody = somebody();
    var _ = linked.publish(1, "sidecar.yaml", "1\n", "note.md", "one\n");
    var _ = linked.publish(2, "sidecar.yaml", "2\n", "note.md", "one\ntwo\n");
    String messages = there.run("log", "--reverse", "--format=* %B", "main.." + BRANCH);
    var _ = somebody.run("fetch", "--quiet");
    var _ = somebody.run("merge", "--quiet", "--squash", "origin/" + BRANCH);
    var _ = somebody.run("commit", "--quiet", "--message", "Take it over\n\n" + messages);
    var _ = somebody.run("push", "--quiet", "origin", "HEAD:main");
    var _ = there.run("update-ref", "-d", "refs/heads/" + BRANCH);

    Commit found = linked.publish(2, "sidecar.yaml", "2\n", "note.md", "one\ntwo\n");
    Commit commit = linked.publish(3, "sidecar.yaml", "3\n", "note.md", "1\ntwo\n");

    assertThat(found.sha()).isEqualTo(there.run("rev-parse", "main").strip());
    assertThat(commit.collisions()).isEmpty();
    assertThat(content("note.md")).isEqualTo("1\ntwo\n");
  }

  @Test
  void aLinkInTheWayIsNeverFollowed() throws Exception {
    GitProgram somebody = somebody();
    Files.createSymbolicLink(somebody.folder().resolve("aiwf"), Path.of("docs"));
    somebody.push("Link", "main");

    assertThatThrownBy(() -> linked.publish(1, "note.md", "1\n"))
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("\"aiwf\" is a symbolic link");
    assertThatThrownBy(linked::open).isInstanceOf(NotEver.class);
    assertThat(there.run("branch", "--list", BRANCH)).isEmpty();
  }

  @Test
  void whatStandsInAFilesPlaceIsNeverReplaced() throws Exception {
    GitProgram somebody = somebody();
    Path inside = somebody.folder().resolve(FOLDER);
    Files.createDirectories(inside);
    Files.createSymbolicLink(inside.resolve("note.md"), Path.of("../../README.md"));
    Files.writeString(inside.resolve("phase-0"), "a file\n");
    somebody.push("Put things in the way", "main");

    assertThatThrownBy(() -> linked.publish(1, "note.md", "1\n"))
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("\"note.md\" is a symbolic link");
    assertThatThrownBy(() -> linked.publish(1, "phase-0/spec.md", "1\n"))
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("\"phase-0\" is a file");
  }

  @Test
  void aSecretIsNotCommitted() throws Exception {
    String secret = "AKIA" + "ABCDEFGHIJKLMNOP";

    assertThatThrownBy(() -> linked.publish(1, "note.md", "# Note\n\nUse " + secret + "\n"))
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("\"note.md\" holds what looks like an AWS access key, in line 3")
        .hasMessageNotContaining(secret);
    assertThat(there.run("branch", "--list", BRANCH)).isEmpty();
  }

  @Test
  void aRuleAgainstTheBranchHasAWayRoundThatIsSaid() throws Exception {
    var _ = somebody();
    Path hook = there.folder().resolve("hooks/pre-receive");
    Files.writeString(
        hook,
        "#!/bin/sh\nwhile read old new ref; do\n"
            + "  case $ref in refs/heads/"
            + BRANCH
            + ") exit 1;; esac\ndone\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    Commit first = linked.publish(1, "note.md", "1\n");
    Commit second = linked.publish(2, "note.md", "2\n");

    Elsewhere elsewhere = Objects.requireNonNull(first.elsewhere());
    assertThat(elsewhere.branch()).isEqualTo(BRANCH + "-proposed");
    assertThat(elsewhere.why()).contains("hook declined");
    assertThat(linked.publish(2, "note.md", "2\n").elsewhere()).isNotNull();
    assertThat(there.run("log", "--format=%H", "main.." + BRANCH + "-proposed").lines())
        .containsExactly(second.sha(), first.sha());

    Files.delete(hook);
    Commit third = linked.publish(3, "note.md", "3\n");

    assertThat(third.elsewhere()).isNull();
    assertThat(there.run("log", "--format=%H", "main.." + BRANCH).lines())
        .containsExactly(third.sha(), second.sha(), first.sha());
    sound();
  }

  @Test
  void tenThousandFilesAreOneCommitAndTheNextOneIsSmall() throws Exception {
    List<File> files =
        IntStream.range(0, 10_000)
            .mapToObj(
                i -> new File("part-%d/file-%d.md".formatted(i % 100, i), "# File " + i + "\n"))
            .collect(Collectors.toCollection(ArrayList::new));

    Commit first = linked.publish(1, files);
    files.set(5, new File(files.get(5).path(), "# Another\n"));
    Commit second = linked.publish(2, files);

    assertThat(first.files()).hasSize(10_000);
    assertThat(second.files()).containsExactly(files.get(5).path());
    assertThat(there.run("ls-tree", "-r", "--name-only", BRANCH).lines()).hasSize(10_000);
  }

  @Test
  void whoeverPushesInBetweenIsGoneOnFrom() throws Exception {
    GitProgram somebody = somebody();
    var _ = linked.publish(1, "note.md", "1\n");
    somebody.take(BRANCH);
    Path hook = there.folder().resolve("hooks/update");
    Path once = folder.resolve("once");
    // Somebody is quicker, once, between our look and our push.
    Files.writeString(
        hook,
        """
        #!/bin/sh
        if [ ! -e %1$s ]; then
          touch %1$s
          unset GIT_QUARANTINE_PATH
          tree=$(git rev-parse %2$s^{tree})
          git update-ref refs/heads/%2$s $(echo Quicker | git commit-tree $tree -p %2$s)
        fi
        """
            .formatted(once, BRANCH));
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    Commit second = linked.publish(2, "note.md", "2\n");

    assertThat(once).exists();
    assertThat(there.run("log", "-2", "--format=%H %s", BRANCH))
        .startsWith(second.sha())
        .contains("Quicker");
    sound();
  }

  @Test
  void aDamagedCacheIsFetchedAnew() throws Exception {
    var _ = somebody();
    Commit first = linked.publish(1, "note.md", "1\n");
    Path objects;
    try (var mirrors = Files.list(folder.resolve("data/linked"))) {
      objects =
          mirrors
              .filter(each -> each.toString().endsWith(".git"))
              .findFirst()
              .orElseThrow()
              .resolve("objects");
    }
    try (var all = Files.walk(objects)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        Files.setAttribute(each, "posix:permissions", PosixFilePermissions.fromString("rw-------"));
        Files.writeString(each, "damaged");
      }
    }
    Linked again = new Linked(folder.resolve("data"), Linked.here("this-one"), address());
    again.before = number -> List.of(new File("note.md", number + "\n"));

    assertThatThrownBy(() -> again.publish(2, "note.md", "2\n")).isInstanceOf(NotNow.class);
    Commit second = again.publish(2, "note.md", "2\n");

    assertThat(there.run("log", "--format=%H", "main.." + BRANCH).lines())
        .containsExactly(second.sha(), first.sha());
    sound();
  }
}
