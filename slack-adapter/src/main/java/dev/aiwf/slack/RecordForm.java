package dev.aiwf.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.surface.Recording;
import dev.aiwf.core.workflow.Ask;
import java.util.List;
import java.util.Optional;

/** The form that puts a message down as an answer or a decision of the step that is open. */
final class RecordForm {

  static final String CALLBACK = "record";

  private RecordForm() {}

  /** None if nothing is asked just now. */
  static Optional<View> view(Projects.Standing project, Projects.Place place, String words) {
    List<OptionObject> asks =
        Recording.asks(project).stream()
            .limit(SlackLimits.OPTIONS)
            .map(RecordForm::option)
            .toList();
    if (asks.isEmpty()) {
      return Optional.empty();
    }
    List<LayoutBlock> blocks =
        List.of(
            StartForm.input(
                Recording.ASK,
                "What does it answer?",
                StaticSelectElement.builder().actionId(Modal.VALUE).options(asks).build(),
                false),
            StartForm.input(
                Recording.WORDS,
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
    return OptionObject.builder()
        .text(Texts.plain(Recording.label(ask), SlackLimits.OPTION))
        .value(ask.id())
        .build();
  }
}
