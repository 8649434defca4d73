package dev.aiwf.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.Proposal.Suggestion;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Importing;
import dev.aiwf.core.rules.Proposing;
import dev.aiwf.core.rules.Script;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers that people write into the sidecar count once somebody has taken them. */
class ProposedTest {

  private static final Workflow SCRIPT = Script.workflow();
  private static final String SHA = "a1b9c3e0";
  private static final String KEY = "proposal:" + SHA;
  private static final Suggestion MORE =
      new Suggestion("examples", new Value.Number(new BigDecimal(500)));

  private static Run scoped() {
    return Run.begun(SCRIPT)
        .answers("goal", "billing", "use_case", "qa", "examples", "300")
        .answers("architecture", "rag-only", "tone", "plain")
        .presses(Run.LEAD, "continue");
  }

  private static Run met(Suggestion... suggestions) {
    return scoped()
        .does(
            new Sender.Effect(2),
            new Action.Published(
                "scoping",
                SHA,
                List.of(),
                List.of("sidecar.yaml"),
                List.of(),
                null,
                List.of(suggestions)));
  }

  private static Import sidecar(Map<String, Object> answers, String architecture) {
    return Importing.of(
        SCRIPT,
        new Import.Source("sidecar.yaml", "", null),
        Map.of("answers", answers, "architecture", architecture),
        Map::toString);
  }

  @Test
  void whatPeopleChangedIsToldFromWhatStoodThereAnyway() {
    Import before = sidecar(Map.of("goal", "billing", "examples", 300), "rag-only");
    Import after = sidecar(Map.of("goal", "billing", "examples", 500), "fine-tuning");

    assertThat(Proposing.between(before, after)).containsExactly(MORE);
  }

  @Test
  void theChannelIsAskedOnceAndNothingChangesMeanwhile() {
    Run run = met(MORE);

    assertThat(run.text(KEY)).contains("sidecar.yaml", "How many examples? 300 → 500");
    assertThat(run.buttons(KEY)).containsExactly("Take it", "Leave it as it is");
    assertThat(run.sidecar().answers().value("examples"))
        .isEqualTo(new Value.Number(new BigDecimal(300)));
  }

  @Test
  void takingItIsARevisionWithAllThatFollows() {
    Run run = met(MORE).does(Run.DATA, new Action.TakeProposed(SHA));

    assertThat(run.facts())
        .contains(
            new Fact.Answered("examples", MORE.value(), Fact.Via.PROPOSED),
            new Fact.WentStale("architecture", List.of("examples")));
    assertThat(run.buttons(KEY)).isEmpty();
    assertThat(run.text(KEY)).contains("Taken by @data");
  }

  @Test
  void leavingItChangesNothing() {
    Run run = met(MORE).does(Run.LEAD, new Action.LeaveProposed(SHA));

    assertThat(run.facts()).containsExactly(new Fact.ProposalLeft(SHA));
    assertThat(run.text(KEY)).contains("Left as it was by @lead");
  }

  @Test
  void aSecondClickIsTooLate() {
    Run run =
        met(MORE)
            .does(Run.LEAD, new Action.LeaveProposed(SHA))
            .does(Run.DATA, new Action.TakeProposed(SHA));

    assertThat(run.refusal()).contains("settled already");
    assertThat(run.facts()).isEmpty();
  }

  @Test
  void whatTheProjectKnowsAnywayOrWasNeverAskedIsNotPut() {
    Run run =
        met(
            new Suggestion("examples", new Value.Number(new BigDecimal(300))),
            new Suggestion("base_model", new Value.Choice("small")),
            new Suggestion("poetry", new Value.Text("roses")));

    assertThat(run.facts()).hasOnlyElementsOfType(Fact.Published.class);
  }
}
