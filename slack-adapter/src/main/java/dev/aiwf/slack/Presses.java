package dev.aiwf.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Container;
import com.slack.api.model.view.View;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Press;
import dev.aiwf.core.guide.Forms;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.surface.OwnButton;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Buttons and menus: each press is a command, or opens a form. */
record Presses(
    SlackApi api, Intake intake, Projects projects, Whispers whispers, OwnPresses own, Door door) {

  private static final String UNKNOWN =
      "That button belongs to nothing any more. Nothing changed; the latest ones are below.";
  private static final String SETTLED =
      "There is nothing left to fill in there. The thread shows what stands.";

  void pressed(BlockActionPayload payload) {
    Asker asker = asker(payload);
    String control = control(payload.getActions().getFirst());
    Optional<OwnButton> ours = control == null ? Optional.empty() : OwnButton.read(control);
    if (!door.open(asker)) {
      whispers.tell(asker, Content.of(Door.CLOSED));
      return;
    }
    if (ours.isPresent()) {
      own.pressed(asker, ours.get(), event(payload), payload.getTriggerId());
      return;
    }
    Optional<Projects.Control> known =
        control == null ? Optional.empty() : projects.control(control);
    if (control == null || known.isEmpty()) {
      whispers.tell(asker, Content.of(UNKNOWN));
      return;
    }
    ProjectId project = known.get().project();
    switch (known.get().press()) {
      case Press.Send(var action) -> {
        try {
          intake.accept(
              asker, event(payload), null, project, channel(asker, project, payload), action);
        } catch (Inbox.Busy e) {
          whispers.tell(asker, Content.of(Intake.BUSY));
        }
      }
      case Press.Open(var form) -> {
        ChannelId channel = channel(asker, project, payload);
        view(project, form, control, channel)
            .ifPresentOrElse(
                view -> Views.open(api, whispers, asker, payload.getTriggerId(), view),
                () -> whispers.tell(asker, Content.of(SETTLED)));
      }
    }
  }

  private static Asker asker(BlockActionPayload payload) {
    Container container = payload.getContainer();
    return new Asker(
        payload.getTeam().getId(),
        // A press on aiwf's own page comes from no channel.
        Objects.requireNonNullElse(container.getChannelId(), "D"),
        payload.getUser().getId(),
        payload.getUser().getUsername(),
        container.getThreadTs());
  }

  private static @Nullable String control(BlockActionPayload.Action action) {
    return action.getSelectedOption() == null
        ? action.getValue()
        : action.getSelectedOption().getValue();
  }

  /**
   * Interactions have no event id. Their trigger is made anew for each press, and a repeated
   * delivery bears the same one; so two presses are two commands, of which the second is refused.
   */
  private static String event(BlockActionPayload payload) {
    return "action:" + payload.getTriggerId();
  }

  /** As it is known already, for people of a shared channel press from a workspace of their own. */
  private ChannelId channel(Asker asker, ProjectId project, BlockActionPayload payload) {
    return projects
        .posted(SlackChannel.SURFACE, asker.channel(), payload.getContainer().getMessageTs())
        .filter(place -> place.project().equals(project))
        .map(Projects.Place::channel)
        .orElseGet(() -> new SlackChannel(asker.team(), asker.channel(), project).id());
  }

  private Optional<View> view(ProjectId project, FormRef form, String control, ChannelId channel) {
    return projects
        .find(project)
        .flatMap(standing -> Situation.of(standing.workflow(), standing.sidecar()))
        .flatMap(here ->
            Forms.form(here, form)
                .map(shown ->
                    Modal.view(shown, new FormOrigin(control, channel, here.visit().number()))));
  }
}
