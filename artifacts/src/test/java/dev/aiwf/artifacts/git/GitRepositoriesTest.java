package dev.aiwf.artifacts.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories.Commit;
import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.port.Repositories.Publication;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contract does not see: what git itself makes of it, and what being killed leaves. */
class GitRepositoriesTest {

  private static final ProjectId PROJECT = new ProjectId("support-bot");
  private static final File FILE = new File("note.md", "# Note\n");

  @TempDir Path data;

  private final SettableClock clock = SettableClock.begun();
  private GitRepositories repositories;
  private Path git;

  @BeforeEach
  void begin() {
    repositories = new GitRepositories(data.resolve("repositories"), clock, GitSettings.of("here"));
    git = data.resolve("repositories/support-bot.git");
  }

  private Repository.Place open() throws NotNow, NotEver {
    return repositories.open(new Effect.OpenRepository(PROJECT, null)).place();
  }

  private Effect.Publish effect(Repository.Place place, String title, Person author) {
    Map<String, List<String>> trailers = new LinkedHashMap<>();
    trailers.put("Aiwf-Step", List.of("scoping"));
    trailers.put("Aiwf-Decision", List.of("arch-001 rag-only", "two\n\nAiwf-Effect: other/1"));
    trailers.put("Aiwf-Empty", List.of("\n"));
    trailers.put("Aiwf-Command", List.of("api/1"));
    return new Effect.Publish(PROJECT, place, 7, "scoping", title, author, trailers);
  }

  private Commit publish(long number) throws NotNow, NotEver {
    return publish(effect(open(), "Support Bot: complete Scoping", lead()), number);
  }

  private Commit publish(Effect.Publish effect, long number) throws NotNow, NotEver {
    return repositories.publish(new Publication(effect, number, List.of(FILE), _ -> List.of(FILE)));
  }

  private static Person lead() {
    return new Person(new PersonId("slack:T1:U2"), "Lea D. <lead@example.org>\n", true);
  }

  @Test
  void gitFindsNothingWrong() throws Exception {
    open();
    GitProgram program = GitProgram.in(git);
    for (int i = 1; i <= 3; i++) {
      publish(i);
      clock.tick(Duration.ofMinutes(5));
    }

    assertThat(program.run("fsck", "--strict", "--no-dangling")).isEmpty();
    assertThat(program.run("log", "--format=%an|%ae|%ai|%cn|%ce|%ci", "-1"))
        .isEqualTo(
            "Lea D. lead@example.org|slack.T1.U2@people.aiwf.invalid|2026-03-02 09:10:00 +0000"
                + "|aiwf|bot@aiwf.invalid|2026-03-02 09:10:00 +0000\n");
    assertThat(program.run("show", "HEAD:aiwf/support-bot/note.md")).isEqualTo(FILE.text());
    assertThat(program.run("symbolic-ref", "HEAD")).isEqualTo("refs/heads/aiwf/support-bot\n");
    assertThat(program.run("config", "gc.auto")).isEqualTo("0\n");
  }

  @Test
  void objectsAndBranchesAreForcedToTheDisk() throws Exception {
    open();

    try (var repository = new FileRepositoryBuilder().setGitDir(git.toFile()).build()) {
      assertThat(repository.getConfig().getBoolean("core", "fsyncObjectFiles", false)).isTrue();
      assertThat(repository.getConfig().getBoolean("core", "fsyncRefFiles", false)).isTrue();
    }
  }

  @Test
  void trailersAreTrailersToGitAndStayOnTheirLine() throws Exception {
    publish(12);
    GitProgram program = GitProgram.in(git);

    assertThat(program.run("log", "-1", "--format=%s"))
        .isEqualTo("Support Bot: complete Scoping\n");
    assertThat(program.run("log", "-1", "--format=%(trailers:only,unfold)"))
        .isEqualToIgnoringNewLines(
            """
            Aiwf-Step: scoping
            Aiwf-Decision: arch-001 rag-only
            Aiwf-Decision: two Aiwf-Effect: other/1
            Aiwf-Command: api/1
            Aiwf-Journal: 7
            Aiwf-Bot: here
            Aiwf-Effect: support-bot/12
            """);
  }

  @Test
  void whoeverHasNoNameIsCalledByTheirId() throws Exception {
    Repository.Place place = open();
    Person nobody = new Person(new PersonId("console:<>\n"), " .,<> ", false);

    publish(effect(place, "", nobody), 1);

    GitProgram program = GitProgram.in(git);
    assertThat(program.run("log", "--format=%an|%ae|%s"))
        .isEqualTo("console|console@people.aiwf.invalid|Complete scoping\n");
    assertThat(program.run("fsck", "--strict")).isEmpty();
  }

  @Test
  void whoeverIsKilledBeforeTheBranchMovesHasCommittedNothing() throws Exception {
    Commit first = publish(1);
    clock.tick(Duration.ofMinutes(5));
    Path branch = git.resolve("refs/heads/aiwf/support-bot");
    String before = Files.readString(branch);
    publish(2);
    // All objects of the second commit are there, and the branch is where it was.
    Files.writeString(branch, before);
    clock.tick(Duration.ofMinutes(5));

    Commit again = publish(2);

    assertThat(publish(2)).isEqualTo(again);
    assertThat(GitProgram.in(git).run("log", "--format=%H"))
        .isEqualTo(again.sha() + "\n" + first.sha() + "\n");
    assertThat(GitProgram.in(git).run("fsck", "--strict", "--no-dangling")).isEmpty();
  }

  @Test
  void whoeverIsKilledWithTheLockInHandDoesNotStopTheBranchForGood() throws Exception {
    publish(1);
    Path lock = Files.createFile(git.resolve("refs/heads/aiwf/support-bot.lock"));
    Files.setLastModifiedTime(lock, FileTime.from(clock.instant()));

    assertThatThrownBy(() -> publish(2)).isInstanceOf(NotNow.class);
    assertThat(lock).exists();

    clock.tick(Duration.ofMinutes(2));
    assertThat(publish(2).files()).isEmpty();
  }

  @Test
  void aLockFromBeforeThisProcessHoldsNothingUp() throws Exception {
    publish(1);
    Path lock = Files.createFile(git.resolve("refs/heads/aiwf/support-bot.lock"));
    Files.setLastModifiedTime(lock, FileTime.from(clock.instant().minusSeconds(1)));

    assertThat(publish(2).files()).isEmpty();
  }

  @Test
  void whoeverIsKilledWhileMakingARepositoryBeginsAnew() throws Exception {
    Path half = data.resolve("repositories/support-bot.new");
    Files.createDirectories(half.resolve("objects"));
    Files.writeString(half.resolve("HEAD"), "ref: refs/heads/master\n");

    assertThat(publish(1).files()).containsExactly("note.md");
    assertThat(half).doesNotExist();
    assertThat(GitProgram.in(git).run("fsck", "--strict")).isEmpty();
  }

  @Test
  void aNumberThatAnotherDatabaseUsedIsNotMistakenForThisOne() throws Exception {
    Commit before = publish(1);
    Effect.Publish other =
        new Effect.Publish(
            PROJECT,
            open(),
            9,
            "release",
            "Support Bot: complete Release",
            lead(),
            Map.of("Aiwf-Command", List.of("api/9")));

    assertThat(publish(other, 1).sha()).isNotEqualTo(before.sha());
  }

  @Test
  void aProjectCanNotBeCalledOutOfItsFolder() {
    assertThatThrownBy(
            () -> repositories.open(new Effect.OpenRepository(new ProjectId("../evil"), null)))
        .isInstanceOf(NotEver.class);
    assertThat(data.resolve("evil.git")).doesNotExist();
  }

  @Test
  void messagesNameNoFolderOfThisMachine() throws Exception {
    Files.createDirectories(git);

    assertThatThrownBy(this::open)
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("repositories/support-bot.git")
        .hasMessageNotContaining(data.toString());
  }

  @Test
  void aFolderThatCanNotBeWrittenIsTriedAgain() throws IOException {
    Files.writeString(data.resolve("repositories"), "in the way");

    assertThatThrownBy(this::open)
        .isInstanceOf(NotNow.class)
        .hasMessageNotContaining(data.toString())
        .hasCauseInstanceOf(IOException.class);
  }
}
