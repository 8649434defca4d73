package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.workflow.Value;
import dev.aiwf.testkit.slack.Delivery;
import dev.aiwf.testkit.slack.Modal;
import dev.aiwf.testkit.slack.Post;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Buttons and forms, pressed by the right person in time, and otherwise. */
@ParameterizedClass
@EnumSource(SlackRun.Way.class)
class PressTest {

  private final SlackRun.Way way;
  private SlackRun run;

  @SuppressWarnings("NullAway") // set before each test
  PressTest(SlackRun.Way way) {
    this.way = way;
  }

  @BeforeEach
  void open() throws Exception {
    run = new SlackRun(way);
    run.started();
  }

  @AfterEach
  void close() throws Exception {
    run.close();
  }

  private Post holding(String label) {
    return run.thread().stream()
        .filter(post -> post.labels().contains(label))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFormRecordsSeveralAnswersAtOnce() throws Exception {
    run.press("Use a form");
    Modal modal = run.slack.nextModal();
    assertThat(modal.title()).isEqualTo("Scoping");
    assertThat(modal.fields().keySet())
        .containsExactly("goal", "use_case", "example_count", "architecture");

    run.fill(
        modal,
        Map.of(
            "goal", "Answer billing questions",
            "use_case", "Answers from documents",
            "example_count", "10k",
            "architecture", "rag-only"));

    assertThat(run.slack.isOpen(modal)).isFalse();
    assertThat(run.sidecar().answers().value("example_count"))
        .isEqualTo(new Value.Number(new BigDecimal(10_000)));
    assertThat(run.sidecar().answers().value("architecture"))
        .isEqualTo(new Value.Decision("rag-only", ""));
    assertThat(run.slack.rejections()).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidBesideItsField() throws Exception {
    run.press("Use a form");
    Modal modal = run.slack.nextModal();
    int facts = run.facts();

    Delivery wrong = run.fill(modal, Map.of("goal", "Billing", "example_count", "a few"));

    assertThat(wrong.answer().path("response_action").asString()).isEqualTo("errors");
    assertThat(wrong.answer().path("errors").path("example_count").asString())
        .contains("no number in \"a few\"");
    assertThat(run.slack.isOpen(modal)).isTrue();
    assertThat(run.facts()).isEqualTo(facts);

    run.fill(modal, Map.of("goal", "Billing", "example_count", "300"));
    assertThat(run.sidecar().answers().to("example_count")).isPresent();
    assertThat(run.slack.rejections()).isEmpty();
  }

  @Test
  void aFormOfAStepThatWasLeftIsLate() throws Exception {
    run.press("Use a form");
    Modal late = run.slack.nextModal();
    run.press("Use a form");
    run.fill(Map.of("goal", "Billing", "use_case", "knowledge-qa", "architecture", "rag-only"));
    run.type("skip");
    run.press("C Continue");
    int facts = run.facts();

    Delivery delivery = run.fill(late, Map.of("goal", "Something else"));

    assertThat(delivery.answer().path("errors").path("goal").asString()).contains("moved on");
    assertThat(run.facts()).isEqualTo(facts);
  }

  @Test
  void aLateClickIsAnsweredPrivatelyAndChangesNothing() throws Exception {
    run.type("Answer billing questions");
    run.press("Answers from documents");
    run.type("skip");
    run.press("RAG only ★");
    run.fill(Map.of());
    Post menu = holding("C Continue");
    run.slack.press(SlackRun.LEAD, menu, "C Continue");
    run.settle();
    int facts = run.facts();

    run.slack.press(SlackRun.DATA, menu, "C Continue");
    run.settle();

    assertThat(run.facts()).isEqualTo(facts);
    Post whisper = run.slack.nextWhisper();
    assertThat(whisper.user()).isEqualTo(SlackRun.DATA);
    assertThat(whisper.thread()).isEqualTo(run.status().ts());
  }

  @Test
  void whoMayNotSignIsToldSo() throws Exception {
    run.type("Answer billing questions");
    run.press("Answers from documents");
    run.type("skip");
    run.press("RAG only ★");
    run.fill(Map.of());
    run.press("C Continue");
    run.press("Tick");
    run.press("Tick");
    run.press("Tick");

    run.slack.press(SlackRun.DATA, "GO");
    run.settle();

    assertThat(run.slack.nextWhisper().user()).isEqualTo(SlackRun.DATA);
    assertThat(run.sidecar().gate("release").verdict()).isNull();
  }

  @Test
  void aVerdictWithConditionsAsksForThem() throws Exception {
    run.type("Answer billing questions");
    run.press("Answers from documents");
    run.type("skip");
    run.press("RAG only ★");
    run.fill(Map.of());
    run.press("C Continue");
    run.press("CONDITIONAL…");
    Modal modal = run.slack.nextModal();

    Delivery empty = run.fill(modal, Map.of());
    assertThat(empty.answer().path("errors").path("conditions").asString())
        .contains("at least one condition");

    run.fill(modal, Map.of("conditions", "Ask legal\nMask names"));
    assertThat(run.sidecar().gate("release").signatures())
        .singleElement()
        .satisfies(signature ->
            assertThat(signature.conditions()).containsExactly("Ask legal", "Mask names"));
  }

  @Test
  void aFormThatHasNothingLeftToFillInIsNotOpened() throws Exception {
    Post opening = holding("Use a form");
    run.press("Use a form");
    run.fill(Map.of("goal", "Billing", "use_case", "knowledge-qa", "architecture", "rag-only"));
    run.type("skip");

    run.slack.press(SlackRun.LEAD, opening, "Use a form");

    assertThat(run.slack.nextWhisper().shown()).contains("nothing left to fill in");
  }

  @Test
  void aButtonOfNothingIsAnsweredPrivately() throws Exception {
    Post stale = holding("Use a form");
    Post unknown =
        new Post(
            stale.channel(),
            stale.ts(),
            stale.thread(),
            null,
            stale.text(),
            JsonMapper.shared()
                .readTree(stale.blocks().toString().replaceAll("[0-9a-f]{20}", "0".repeat(20))),
            null,
            0);

    assertThat(run.slack.press(SlackRun.LEAD, unknown, "Use a form").acknowledged()).isTrue();
    assertThat(run.slack.nextWhisper().shown()).contains("belongs to nothing");
  }

  @Test
  void aPressThatFindsTheInboxFullSaysSo() throws Exception {
    run.type("Answer billing questions");
    run.door.full(true);

    assertThat(run.press("Classification").acknowledged()).isTrue();
    assertThat(run.slack.nextWhisper().shown()).contains("Try again");
    assertThat(run.sidecar().answers().to("use_case")).isEmpty();
  }

  @Test
  void aFormThatFindsTheInboxFullStaysOpen() throws Exception {
    run.press("Answer…");
    Modal modal = run.slack.nextModal();
    run.door.full(true);
    Delivery full = run.fill(modal, Map.of("goal", "Billing"));
    assertThat(full.answer().path("errors").path("goal").asString()).contains("Try again");

    run.door.full(false);
    run.fill(modal, Map.of("goal", "Billing"));
    assertThat(run.sidecar().answers().to("goal")).isPresent();
  }

  @Test
  void aFormThatDoesNotOpenSaysSo() throws Exception {
    run.slack.refuse("views.open", "expired_trigger_id");

    assertThat(run.press("Use a form").acknowledged()).isTrue();
    assertThat(run.slack.nextWhisper().shown()).contains("Press the button again");
  }

  @Test
  void aPressIsAcknowledgedThoughNoFormOpens() throws Exception {
    CountDownLatch until = run.slack.hang("views.open");

    assertThat(run.press("Use a form").acknowledged()).isTrue();
    until.countDown();
    assertThat(run.slack.nextWhisper().shown()).contains("did not open");
  }
}
