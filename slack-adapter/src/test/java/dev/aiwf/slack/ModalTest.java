package dev.aiwf.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.guide.Form;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.testkit.SettableClock;
import dev.aiwf.testkit.slack.FakeSlack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms at Slack's limits and above, before a Slack that opens nothing else. */
class ModalTest {

  private static final FormOrigin ORIGIN =
      new FormOrigin("c", new ChannelId("slack:T1:C7:support-bot"), 1);

  private final SettableClock clock = SettableClock.begun();
  private FakeSlack slack;
  private SlackApi api;

  @BeforeEach
  void open() throws Exception {
    slack = new FakeSlack("secret", "xoxb", clock);
    api =
        new SlackApi(
            new SlackSettings(
                "xoxb",
                Optional.empty(),
                Optional.of("secret"),
                Set.of(),
                slack.url().toString(),
                true));
  }

  @AfterEach
  void close() {
    api.close();
    slack.close();
  }

  private dev.aiwf.testkit.slack.Modal opened(Form form) throws Exception {
    String trigger = slack.trigger("U1");
    api.askAtOnce(
        methods -> methods.viewsOpen(r -> r.triggerId(trigger).view(Modal.view(form, ORIGIN))));
    assertThat(slack.rejections()).isEmpty();
    return slack.nextModal();
  }

  private static Form.Field field(
      String id, Form.Kind kind, String label, @Nullable String help, @Nullable String value) {
    List<AskType.Option> options =
        kind == Form.Kind.CHOICE
            ? IntStream.range(0, 100)
                .mapToObj(i -> new AskType.Option("o" + i, "x".repeat(i), "y".repeat(2 * i)))
                .map(option ->
                    option.label().isEmpty() ? new AskType.Option("o0", "none", null) : option)
                .toList()
            : List.of();
    return new Form.Field(id, label, help, kind, options, value, true);
  }

  @Test
  void everyKindOfFieldFitsAtItsLimitAndAbove() throws Exception {
    for (int extra : List.of(-1, 0, 1)) {
      String label = "l".repeat(SlackLimits.INPUT_LABEL + extra);
      Form form =
          new Form(
              "t".repeat(SlackLimits.MODAL_TITLE + extra),
              "s".repeat(SlackLimits.MODAL_TITLE + extra),
              List.of(
                  field("line", Form.Kind.LINE, label, label, "v".repeat(SlackLimits.INPUT)),
                  field("number", Form.Kind.NUMBER, "How many?", null, "300"),
                  field("choice", Form.Kind.CHOICE, "Which?", "Choose", "o99")));

      var modal = opened(form);

      assertThat(modal.fields()).containsEntry("number", "300").containsEntry("choice", "o99");
      assertThat(modal.view().toString()).contains(label);
    }
  }

  @Test
  void whatIsTooLongToBeShownIsNotCutButKept() throws Exception {
    String value = "v".repeat(SlackLimits.INPUT + 1);

    var modal =
        opened(
            new Form(
                "Title",
                "Send",
                List.of(field("reason", Form.Kind.PARAGRAPH, "Why?", null, value))));

    assertThat(modal.fields()).containsEntry("reason", "");
    assertThat(modal.view().toString()).contains("It stays unless something is typed");
  }

  @Test
  void longHelpStandsWholeAboveItsField() throws Exception {
    for (int extra : List.of(0, 1)) {
      String help = "h".repeat(SlackLimits.HINT + extra);

      var modal =
          opened(
              new Form(
                  "Title",
                  "Send",
                  List.of(field("reason", Form.Kind.PARAGRAPH, "Why?", help, null))));

      assertThat(modal.view().at("/blocks/0/type").asString())
          .isEqualTo(extra == 0 ? "input" : "section");
      assertThat(modal.view().toString()).contains(help);
    }
  }

  @Test
  void whatDoesNotFitIntoOneFormIsAskedInTheNext() throws Exception {
    for (int fields : List.of(99, 100, 101)) {
      var modal =
          opened(
              new Form(
                  "Title",
                  "Send",
                  IntStream.range(0, fields)
                      .mapToObj(i -> field("f" + i, Form.Kind.LINE, "Field " + i, null, null))
                      .toList()));

      assertThat(modal.view().path("blocks").size()).isEqualTo(Math.min(fields, 100));
      assertThat(modal.fields()).hasSize(fields <= 100 ? fields : 99);
    }
  }

  @Test
  void aTriggerOpensOneFormWithinThreeSeconds() throws Exception {
    Form form = new Form("Title", "Send", List.of(field("f", Form.Kind.LINE, "Field", null, null)));
    String trigger = slack.trigger("U1");
    clock.tick(Duration.ofSeconds(4));

    assertThatThrownBy(() ->
            api.askAtOnce(methods ->
                methods.viewsOpen(r -> r.triggerId(trigger).view(Modal.view(form, ORIGIN)))))
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("Press the button again");
  }

  @Test
  void whereItWasOpenedComesBackAsItWas() {
    assertThat(FormOrigin.read(ORIGIN.written())).isEqualTo(ORIGIN);
  }
}
