package dev.aiwf.discord;

import dev.aiwf.core.chat.Press;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.surface.Commands;
import dev.aiwf.core.surface.OwnButton;
import dev.aiwf.core.surface.Reply;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.modals.Modal;

/** Buttons and menus: each press is a command, or opens a form. */
record Presses(
    Intake intake,
    Projects projects,
    Commands<Asker> commands,
    DroppedFiles files,
    FormsOpened forms,
    Lately<Sent> kept) {

  /** On the button that opens a form again which could not be taken. */
  static final String AGAIN = "again:";

  private static final String UNKNOWN =
      "Nothing stands behind that button any more. Nothing changed; the latest ones are below.";
  private static final String SETTLED =
      "Nothing is left to fill in there. The thread shows what stands.";

  /** Answers a press; {@code control} is what Discord handed back. */
  void pressed(GenericComponentInteractionCreateEvent event, Asker asker, String control) {
    Optional<OwnButton> own = OwnButton.read(control);
    if (own.isPresent()) {
      own(event, asker, own.get());
    } else if (control.startsWith(AGAIN)) {
      open(
          event,
          kept.find(control.substring(AGAIN.length()))
              .flatMap(sent -> forms.again(sent.origin(), sent.values())));
    } else if (FormOrigin.ofButton(control).isPresent()) {
      open(event, FormOrigin.ofButton(control).flatMap(next -> forms.again(next, Map.of())));
    } else {
      projects
          .control(control)
          .ifPresentOrElse(
              known -> ofProject(event, asker, control, known),
              () -> Acks.say(event, Reply.of(UNKNOWN)));
    }
  }

  private void ofProject(
      GenericComponentInteractionCreateEvent event,
      Asker asker,
      String control,
      Projects.Control known) {
    switch (known.press()) {
      case Press.Send(var action) -> {
        ProjectId project = known.project();
        try {
          intake.accept(asker, event(event.getId()), null, project, asker.channel(project), action);
          Acks.taken(event);
        } catch (Inbox.Busy e) {
          Acks.say(event, Reply.of(Intake.BUSY));
        }
      }
      case Press.Open _ -> open(event, forms.first(control));
    }
  }

  /** An interaction has an id of its own, which a repeated delivery bears too. */
  static String event(String interaction) {
    return "interaction:" + interaction;
  }

  private static void open(GenericComponentInteractionCreateEvent event, Optional<Modal> modal) {
    modal.ifPresentOrElse(form -> Acks.open(event, form), () -> Acks.say(event, Reply.of(SETTLED)));
  }

  private void own(GenericComponentInteractionCreateEvent event, Asker asker, OwnButton button) {
    switch (button) {
      // A project is started with the command only.
      case OwnButton.Start _ -> Acks.say(event, Reply.of(UNKNOWN));
      case OwnButton.Use use -> {
        files.taken(asker, use, event(event.getId()));
        Acks.taken(event);
      }
      case OwnButton.Ask ask -> {
        try {
          Acks.say(event, commands.asked(asker, ask, event(event.getId())));
        } catch (Inbox.Busy e) {
          Acks.say(event, Reply.of(Intake.BUSY));
        }
      }
    }
  }
}
