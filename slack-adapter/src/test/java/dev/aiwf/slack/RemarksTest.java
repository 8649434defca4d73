package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.testkit.Weighed;
import dev.aiwf.testkit.slack.Modal;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said beside the answers: every other form opens and comes back as what it is for. */
class RemarksTest {

  private SlackRun run;

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun(SlackRun.Way.HTTP, Weighed.workflow());
    run.started();
  }

  @AfterEach
  void close() throws Exception {
    assertThat(run.slack.rejections()).isEmpty();
    run.close();
  }

  @Test
  void aBriefAndADepthAreSetAtTheBeginning() throws Exception {
    run.press("Give a brief");
    Modal modal = run.slack.nextModal();
    assertThat(modal.title()).isEqualTo("Brief");
    assertThat(run.fill(modal, Map.of("reason", "")).answer().at("/errors/reason").asString())
        .contains("nothing in it");
    run.fill(modal, Map.of("reason", "Ten people, 600 a month"));
    assertThat(run.sidecar().remarks().brief()).isNotNull();

    run.press("Quick depth");
    assertThat(run.sidecar().depth()).isEqualTo(Depth.QUICK);
  }

  @Test
  void aRiskIsAcknowledged() throws Exception {
    sized("own");
    run.press("Acknowledge…");
    Modal modal = run.slack.nextModal();
    assertThat(modal.view().at("/blocks/0/hint/text").asString()).contains("fail at night");
    run.fill(modal, Map.of("reason", "A rota from May on"));

    assertThat(run.sidecar().remarks().met())
        .hasEntrySatisfying(
            "nobody-on-call", met -> assertThat(met.mitigation()).isEqualTo("A rota from May on"));
    assertThat(run.thread()).anyMatch(post -> post.shown().contains("A rota from May on"));
    assertThat(run.thread()).noneMatch(post -> post.labels().contains("Acknowledge…"));
  }

  @Test
  void anAnswerIsChangedFromItsWarning() throws Exception {
    sized("own");
    run.press("Change hosting…");
    Modal modal = run.slack.nextModal();
    assertThat(modal.fields()).containsEntry("hosting", "own");
    assertThat(run.fill(modal, Map.of()).answer().at("/errors/hosting").asString())
        .contains("what stands there now");
    run.fill(modal, Map.of("hosting", "managed", "reason", "nobody is on call"));

    assertThat(run.sidecar().answers().value("hosting"))
        .isEqualTo(new Value.Decision("managed", "nobody is on call"));
  }

  @Test
  void anAnswerIsRevisedByItsName() throws Exception {
    sized("managed");
    run.type("revise budget_month");
    run.press("Revise…");
    run.fill(Map.of("budget_month", "2k"));

    assertThat(run.sidecar().answers().value("budget_month"))
        .isEqualTo(new Value.Number(BigDecimal.valueOf(2_000)));
  }

  @Test
  void aMethodsQuestionsStandWholeAboveTheirField() throws Exception {
    sized("managed");
    run.press("A Analyse");
    run.press("Pre-mortem…");
    Modal modal = run.slack.nextModal();
    assertThat(modal.title()).isEqualTo("Pre-mortem");
    assertThat(modal.view().at("/blocks/0/text/text").asString())
        .isEqualTo(String.join("\n", Weighed.QUESTIONS));
    run.fill(modal, Map.of("reason", "The rota was missing"));

    assertThat(run.sidecar().remarks().notesOn("hosting"))
        .singleElement()
        .extracting(Remarks.Note::method, Remarks.Note::text)
        .containsExactly("pre-mortem", "The rota was missing");
  }

  @Test
  void aGateIsMadeStricter() throws Exception {
    run.type("people");
    run.press("Make it stricter…");
    Modal modal = run.slack.nextModal();
    assertThat(modal.fields())
        .containsEntry("approvals", "1")
        .containsEntry("roles", "owner-approver")
        .containsEntry("initiator", "yes");
    run.fill(
        modal,
        Map.of("approvals", "2", "roles", "approver", "initiator", "no", "reason", "an audit"));

    assertThat(run.sidecar().team().policies())
        .hasEntrySatisfying(
            "evaluation",
            stricter -> {
              assertThat(stricter.policy().approvals()).isEqualTo(2);
              assertThat(stricter.policy().initiatorCounts()).isFalse();
              assertThat(stricter.reason()).isEqualTo("an audit");
            });
  }

  @Test
  void aConditionIsMetAndTheProjectFinished() throws Exception {
    sized("managed");
    run.press("C Continue");
    run.press("CONDITIONAL…");
    String condition = "Ask legal " + "about every single source ".repeat(18).strip();
    run.fill(Map.of("conditions", condition + "\nMask names"));
    run.press("Met…");
    Modal modal = run.slack.nextModal();
    assertThat(modal.view().toString()).contains(condition);
    run.fill(modal, Map.of("reason", "Mail of May 2"));
    assertThat(run.sidecar().gate("evaluation").met())
        .hasEntrySatisfying(condition, met -> assertThat(met.how()).isEqualTo("Mail of May 2"));

    run.press("X Exit");
    assertThat(run.sidecar().status()).isEqualTo(Status.IN_PROGRESS);
    run.press("F Finish");
    assertThat(run.sidecar().status()).isEqualTo(Status.COMPLETE);

    run.press("Met…");
    run.fill(Map.of("reason", "Masked since June"));
    assertThat(run.sidecar().gate("evaluation").unmet()).isEmpty();
    assertThat(run.thread()).noneMatch(post -> post.labels().contains("Met…"));
  }

  private void sized(String hosting) throws Exception {
    run.press("Use a form");
    run.fill(Map.of("budget_month", "600", "users", "10", "hosting", hosting));
  }
}
