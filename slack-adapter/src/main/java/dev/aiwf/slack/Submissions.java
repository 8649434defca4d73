package dev.aiwf.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Press;
import dev.aiwf.core.guide.Forms;
import dev.aiwf.core.guide.Submission;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.surface.Recording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Forms that were sent: a command, or what is wrong, beside the field that it is wrong in. */
record Submissions(Intake intake, Projects projects, StartForm startForm, Door door) {

  private static final String LATE =
      "The project has moved on, and this form with it. Nothing changed. Close it.";
  private static final String SENT_BEFORE =
      "This form was sent before, with other answers. Close it, and look at the thread.";

  /** What is wrong, by field; nothing if the form may close. */
  Map<String, String> submitted(ViewSubmissionPayload payload) {
    View view = payload.getView();
    if (!door.of(payload.getTeam().getId())) {
      return onTop(view, Door.CLOSED);
    }
    if (StartForm.CALLBACK.equals(view.getCallbackId())) {
      return started(payload);
    }
    FormOrigin origin = FormOrigin.read(view.getPrivateMetadata());
    if (RecordForm.CALLBACK.equals(view.getCallbackId())) {
      return recorded(payload, origin);
    }
    return projects
        .control(origin.control())
        .flatMap(control -> read(control, origin, values(view)))
        .map(submission ->
            switch (submission) {
              case Submission.Wrong(var errors) -> beside(view, errors);
              case Submission.Ready(var action) -> stored(payload, origin.channel(), action);
            })
        .orElseGet(() -> onTop(view, LATE));
  }

  private Map<String, String> started(ViewSubmissionPayload payload) {
    View view = payload.getView();
    Map<String, String> values = values(view);
    Map<String, String> wrong = startForm.wrong(values);
    return wrong.isEmpty()
        ? startForm
            .read(values)
            .map(filled ->
                stored(
                    payload,
                    new SlackChannel(payload.getTeam().getId(), filled.channel(), filled.project())
                        .id(),
                    filled.start()))
            .orElseGet(() -> onTop(view, LATE))
        : beside(view, wrong);
  }

  private Map<String, String> recorded(ViewSubmissionPayload payload, FormOrigin origin) {
    View view = payload.getView();
    return SlackChannel.in(origin.channel())
        .flatMap(place -> projects.find(place.project()))
        .filter(standing -> standing.sidecar().visitNumber() == origin.visit())
        .map(standing ->
            switch (Recording.read(standing, values(view))) {
              case Submission.Wrong(var errors) -> beside(view, errors);
              case Submission.Ready(var action) -> stored(payload, origin.channel(), action);
            })
        .orElseGet(() -> onTop(view, LATE));
  }

  private Optional<Submission> read(
      Projects.Control control, FormOrigin origin, Map<String, String> values) {
    return control.press() instanceof Press.Open(FormRef form)
        ? projects
            .find(control.project())
            .flatMap(standing -> Situation.of(standing.workflow(), standing.sidecar()))
            .filter(here -> here.visit().number() == origin.visit())
            .map(here -> Forms.read(here, form, values))
        : Optional.empty();
  }

  /**
   * A form has no event id either. Every opening is a view of its own, which is sent once: sending
   * it again, because the answer was lost or a thumb was quick, is the same command. The digest
   * tells if something else was filled in meanwhile.
   */
  private Map<String, String> stored(
      ViewSubmissionPayload payload, ChannelId where, Action action) {
    View view = payload.getView();
    try {
      SlackChannel channel = SlackChannel.of(where);
      Asker asker =
          new Asker(
              payload.getTeam().getId(),
              channel.channel(),
              payload.getUser().getId(),
              payload.getUser().getUsername(),
              null);
      // Channels may have been closed since the form was opened.
      if (!door.open(asker)) {
        return onTop(view, Door.CLOSED);
      }
      Inbox.Receipt receipt =
          intake.accept(
              asker,
              "view:" + view.getId(),
              digest(values(view)),
              channel.project(),
              where,
              action);
      return switch (receipt.kind()) {
        case NEW, REPEATED -> Map.of();
        case DIFFERENT -> onTop(view, SENT_BEFORE);
      };
    } catch (Inbox.Busy e) {
      return onTop(view, Intake.BUSY);
    } catch (NotEver e) {
      return onTop(view, LATE);
    }
  }

  private static Map<String, String> values(View view) {
    Map<String, String> values = new TreeMap<>();
    view.getState()
        .getValues()
        .forEach((field, inputs) -> {
          ViewState.Value input = inputs.get(Modal.VALUE);
          String value =
              input == null
                  ? null
                  : input.getSelectedOption() != null
                      ? input.getSelectedOption().getValue()
                      : input.getSelectedConversation() != null
                          ? input.getSelectedConversation()
                          : input.getValue();
          if (value != null) {
            values.put(field, value);
          }
        });
    return values;
  }

  /** Slack shows an error only beside a field that the form has, and chokes on any other. */
  private static Map<String, String> beside(View view, Map<String, String> errors) {
    List<String> fields = fields(view);
    Map<String, String> shown = new LinkedHashMap<>();
    errors.forEach((field, error) ->
        shown.merge(
            fields.contains(field) ? field : fields.getFirst(),
            error,
            (one, other) -> one + " " + other));
    return shown;
  }

  private static Map<String, String> onTop(View view, String error) {
    return Map.of(fields(view).getFirst(), error);
  }

  private static List<String> fields(View view) {
    return view.getBlocks().stream()
        .filter(InputBlock.class::isInstance)
        .map(block -> ((InputBlock) block).getBlockId())
        .toList();
  }

  private static String digest(Map<String, String> values) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256")
              .digest(values.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
