package dev.aiwf.core.guide;

import static dev.aiwf.core.turn.Run.DATA;
import static dev.aiwf.core.turn.Run.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Repository.Elsewhere;
import dev.aiwf.core.project.Repository.Keep;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Script;
import dev.aiwf.core.rules.Wide;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.core.turn.Run;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people read of their repository. */
class RepositoryMessagesTest {

  private static final Workflow WIDE = Wide.workflow();
  private static final Sender REPORT = new Sender.Effect(7);
  private static final String TEAM = "https://example.org/team/bot.git";

  private static Run scoped() {
    return Run.begun(WIDE)
        .answers(
            "goal", "billing",
            "users", "600",
            "visits", "daily",
            "hosting", "cloud",
            "region", "eu",
            "architecture", "rag-only",
            "budget", "200")
        .presses(LEAD, "continue");
  }

  private static Action published(
      List<String> edited, List<Repository.Collision> collisions, @Nullable Elsewhere elsewhere) {
    return new Action.Published(
        "scoping", "a1b9c3e0", List.of(), edited, collisions, elsewhere, List.of());
  }

  private static Action collided(String theirs) {
    return published(
        List.of("spec.md"),
        List.of(new Repository.Collision("spec.md", "b10b", "size: 512", theirs)),
        null);
  }

  @Test
  void editsThatWereKeptAreNamed() {
    Run run = scoped().does(REPORT, published(List.of("spec.md", "notes.md"), List.of(), null));

    assertThat(run.reply()).isEqualTo("Edited in the repository, and kept: spec.md, notes.md.");
  }

  @Test
  void ofManyEditsSomeAreNamed() {
    List<String> many = List.of("1.md", "2.md", "3.md", "4.md", "5.md", "6.md", "7.md");

    assertThat(scoped().does(REPORT, published(many, List.of(), null)).reply())
        .endsWith("4.md, 5.md and 2 more.");
  }

  @Test
  void aCollisionShowsBothSidesAndAsksOnce() {
    Run run = scoped().does(REPORT, collided("size: 1024"));

    assertThat(run.text("collision:spec.md"))
        .contains("spec.md was edited in the same lines")
        .contains("In the file:\nsize: 1024")
        .contains("From the project:\nsize: 512")
        .endsWith("[Keep the file's] [Write the project's]");

    run.does(REPORT, collided("size: 1024"));
    assertThat(run.keys()).doesNotContain("collision:spec.md");

    run.does(DATA, new Action.Resolve("spec.md", "b10b", Keep.THEIRS));
    assertThat(run.text("collision:spec.md")).endsWith("Settled: the file's lines, by @data");
    assertThat(run.buttons("collision:spec.md")).isEmpty();
  }

  @Test
  void linesThatAreGoneAreSaidToBeNone() {
    assertThat(scoped().does(REPORT, collided("")).text("collision:spec.md"))
        .contains("In the file:\n(nothing)");
  }

  @Test
  void whatWasSettledIsCommitted() {
    Run run =
        scoped()
            .does(REPORT, collided("x"))
            .does(DATA, new Action.Resolve("spec.md", null, Keep.OURS));

    assertThat(run.effects())
        .filteredOn(Effect.Publish.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Effect.Publish.class,
            publish -> {
              assertThat(publish.title()).startsWith("support-bot: settle lines after ");
              assertThat(publish.trailers()).containsEntry("Aiwf-Settled", List.of("spec.md ours"));
              assertThat(publish.author().name()).isEqualTo("data");
            });
  }

  @Test
  void aBranchThatTakesNothingIsToldOnceAndWhenItDoesAgain() {
    Elsewhere elsewhere =
        new Elsewhere("aiwf/x-proposed", "The branch is protected.", "https://example.org/review");
    Run run = scoped().does(REPORT, published(List.of(), List.of(), elsewhere));
    assertThat(run.reply())
        .isEqualTo(
            "The branch is protected. Commits wait on aiwf/x-proposed:"
                + " https://example.org/review");

    run.does(REPORT, published(List.of(), List.of(), elsewhere));
    assertThat(run.keys()).noneMatch(key -> key.startsWith("reply:"));

    run.does(REPORT, published(List.of(), List.of(), null));
    assertThat(run.reply()).isEqualTo("Commits go to aiwf/support-bot again.");
  }

  @Test
  void whereFilesGoIsSaidWhenTheyMove() {
    Run run = scoped().does(LEAD, new Action.Link(TEAM));
    assertThat(run.reply()).isEqualTo("Looking at " + TEAM + ". Files go there once it was read.");
    assertThat(run.effects()).contains(new Effect.OpenRepository(run.sidecar().id(), TEAM));

    run.does(
        REPORT, new Action.RepositoryRead(TEAM, "aiwf/bot", "aiwf/bot", TEAM, null, List.of()));
    assertThat(run.reply()).startsWith("Files go to " + TEAM + " on aiwf/bot from here on.");
    assertThat(run.effects())
        .filteredOn(Effect.Publish.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Effect.Publish.class,
            publish -> {
              assertThat(publish.title()).startsWith("support-bot: move here after ");
              assertThat(publish.place().address()).isEqualTo(TEAM);
            });
  }

  @Test
  void nothingIsMovedBeforeThereIsAnything() {
    Run run =
        Run.begun(Script.workflow())
            .does(LEAD, new Action.Link(TEAM))
            .does(
                REPORT,
                new Action.RepositoryRead(TEAM, "aiwf/bot", "aiwf/bot", TEAM, null, List.of()));

    assertThat(run.effects()).noneMatch(Effect.Publish.class::isInstance);
  }

  @Test
  void aRepositoryThatCanNotBeReadIsSaidWithWhereFilesStayGoing() {
    Run run =
        scoped()
            .does(LEAD, new Action.Link(TEAM))
            .does(REPORT, new Action.RepositoryRefused("There is none.", TEAM));

    assertThat(run.reply())
        .isEqualTo(
            "The repository could not be linked. There is none. ("
                + TEAM
                + ") Files go to own as before.");
  }
}
