package dev.aiwf.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.guide.Forms;
import dev.aiwf.core.guide.Submission;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form that puts a message down as an answer or a decision of the step that is open. */
final class RecordForm {

  static final String CALLBACK = "record";

  private static final String ASK = "ask";
  private static final String WORDS = "words";

  private RecordForm() {}

  /** None if nothing is asked just now. */
  static Optional<View> view(Projects.Standing project, Projects.Place place, String words) {
    List<OptionObject> asks =
        Situation.of(project.workflow(), project.sidecar())
            .filter(Situation::underWay)
            .map(Situation::open)
            .orElse(List.of())
            .stream()
            .limit(SlackLimits.OPTIONS)
            .map(RecordForm::option)
            .toList();
    if (asks.isEmpty()) {
      return Optional.empty();
    }
    List<LayoutBlock> blocks =
        List.of(
            StartForm.input(
                ASK,
                "What does it answer?",
                StaticSelectElement.builder().actionId(Modal.VALUE).options(asks).build(),
                false),
            StartForm.input(
                WORDS,
                "What is put down",
                PlainTextInputElement.builder()
                    .actionId(Modal.VALUE)
                    .multiline(true)
                    .initialValue(Clean.shortened(words, SlackLimits.INPUT))
                    .maxLength(SlackLimits.INPUT)
                    .build(),
                false));
    return Optional.of(
        Modal.framed(
            CALLBACK,
            new FormOrigin(place.project().value(), place.channel(), visit(project)).written(),
            "Record",
            "Record",
            blocks));
  }

  private static int visit(Projects.Standing project) {
    return project.sidecar().visitNumber();
  }

  private static OptionObject option(Ask ask) {
    String kind = ask.type() instanceof AskType.Decision ? "Decision: " : "";
    return OptionObject.builder()
        .text(Texts.plain(kind + ask.text(), SlackLimits.OPTION))
        .value(ask.id())
        .build();
  }

  /** An action, or what is wrong with what was filled in, by field. */
  static Submission read(Projects.Standing project, Map<String, String> values) {
    String ask = values.getOrDefault(ASK, "");
    String words = values.getOrDefault(WORDS, "");
    return Situation.of(project.workflow(), project.sidecar())
        .filter(here -> here.open().stream().anyMatch(open -> open.id().equals(ask)))
        .map(here ->
            Forms.read(here, new FormRef.Asks(List.of(ask)), Map.of(ask, chosen(here, ask, words))))
        .map(read ->
            switch (read) {
              case Submission.Ready ready -> (Submission) ready;
              case Submission.Wrong(var errors) ->
                  new Submission.Wrong(Map.of(WORDS, String.join(" ", errors.values())));
            })
        .orElseGet(() ->
            new Submission.Wrong(Map.of(ASK, "That was answered meanwhile. Nothing changed.")));
  }

  /** An option is meant by its label as well, as it is when somebody types it. */
  private static String chosen(Situation here, String ask, String words) {
    return here.step()
        .ask(ask)
        .flatMap(known ->
            known.type().options().stream()
                .filter(option -> option.label().equalsIgnoreCase(words.strip()))
                .findFirst())
        .map(AskType.Option::key)
        .orElse(words);
  }
}
