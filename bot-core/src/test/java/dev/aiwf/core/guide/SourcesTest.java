package dev.aiwf.core.guide;

import static dev.aiwf.core.turn.Run.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.rules.Script;
import dev.aiwf.core.turn.Run;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data sources that somebody told of, before or while they are asked for. */
class SourcesTest {

  private static final String REFUNDS = "Data source: refunds.csv, 12 KB";

  @Test
  void theyStandBesideTheQuestionsThatTheyBearOn() {
    Run run = Run.begun(asking("goal", "sources")).does(LEAD, new Action.NoteSource(REFUNDS));
    assertThat(run.text("said:c3")).isEqualTo(REFUNDS);
    assertThat(recalled(run, "ask:1:goal")).isEmpty();

    run.answers("goal", "billing");
    assertThat(recalled(run, "ask:1:sources")).containsExactly("said:c3");

    run.does(LEAD, new Action.NoteSource("Data source: articles.zip, 3 MB"));
    assertThat(recalled(run, "ask:1:sources")).containsExactly("said:c3", "said:c5");
  }

  @Test
  void nothingIsNoDataSource() {
    Run run = Run.begun(asking("goal")).does(LEAD, new Action.NoteSource(" \n"));
    assertThat(run.refusal()).contains("nothing in it");
  }

  private static List<String> recalled(Run run, String message) {
    return run.shown(message).blocks().stream()
        .filter(Block.Recalled.class::isInstance)
        .map(block -> ((Block.Recalled) block).message())
        .toList();
  }

  private static Workflow asking(String... ids) {
    Workflow script = Script.workflow();
    Step step = script.steps().getFirst();
    Step asking =
        new Step(
            step.id(),
            step.phase(),
            step.title(),
            step.opening(),
            List.of(ids).stream().map(SourcesTest::ask).toList(),
            List.of(),
            step.menu(),
            null,
            null,
            "",
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false);
    return new Workflow(script.ref(), script.title(), script.phases(), List.of(asking));
  }

  private static Ask ask(String id) {
    return new Ask(
        id, "Which " + id + "?", null, true, Depth.QUICK, new AskType.Text(200), List.of());
  }
}
