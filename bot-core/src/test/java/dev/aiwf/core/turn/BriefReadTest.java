package dev.aiwf.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Document;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a repository says about itself is offered as the brief, and read when somebody wants it. */
class BriefReadTest {

  private static final Sender REPORT = new Sender.Effect(1);
  private static final String TEAM = "https://host/team/bot.git";
  private static final List<String> TEXTS = List.of("README.md", "docs/goals.md");

  private static Run opened(Run run) {
    return run.does(
        REPORT, new Action.RepositoryRead(TEAM, "aiwf/bot", "aiwf/bot", TEAM, null, TEXTS));
  }

  @Test
  void itIsOfferedByName() {
    Run run = opened(Run.opening(Script.workflow()));

    assertThat(run.buttons("visit:1")).contains("Brief from README.md and 1 more text");
  }

  @Test
  void whoeverGaveABriefIsNotOfferedAnother() {
    Run run = opened(Run.opening(Script.workflow(), "300 tickets"));

    assertThat(run.buttons("visit:1")).noneMatch(label -> label.startsWith("Brief from"));
    assertThat(run.does(Run.LEAD, new Action.ReadBrief()).refusal()).contains("no brief");
  }

  @Test
  void itIsReadWhenItIsWantedAndStandsInTheChannel() {
    Run run = opened(Run.opening(Script.workflow())).does(Run.LEAD, new Action.ReadBrief());
    assertThat(run.effects()).contains(new Effect.ReadDocuments(run.sidecar().id(), null, TEXTS));

    run.does(
        REPORT,
        new Action.BriefRead(
            List.of(
                new Document("README.md", "# Bot\n\nIt answers billing questions."),
                new Document("docs/goals.md", "x".repeat(7_000)))));

    String brief = run.sidecar().remarks().brief();
    assertThat(brief).isNotNull();
    assertThat(run.text(brief))
        .contains("README.md:", "billing questions", "docs/goals.md:")
        .contains("The first 6,000 of 7,000 characters");
    assertThat(run.buttons("visit:1"))
        .doesNotContain("Give a brief")
        .noneMatch(label -> label.startsWith("Brief from"));
  }

  @Test
  void aBriefThatSomebodyGaveMeanwhileStands() {
    Run run =
        opened(Run.opening(Script.workflow()))
            .does(Run.LEAD, new Action.ReadBrief())
            .does(Run.DATA, new Action.GiveBrief("300 tickets"))
            .does(REPORT, new Action.BriefRead(List.of(new Document("README.md", "Bot"))));

    assertThat(run.facts()).isEmpty();
  }

  @Test
  void whereItCannotBeReadThatIsSaid() {
    Run run =
        opened(Run.opening(Script.workflow()))
            .does(Run.LEAD, new Action.ReadBrief())
            .does(REPORT, new Action.BriefRefused("The host does not answer."));

    assertThat(run.facts()).containsExactly(new Fact.BriefRefused("The host does not answer."));
    assertThat(run.reply()).contains("The host does not answer.", "can be typed");
  }
}
