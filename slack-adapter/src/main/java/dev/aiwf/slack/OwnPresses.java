package dev.aiwf.slack;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.surface.Commands;
import dev.aiwf.core.surface.OwnButton;
import dev.aiwf.core.surface.Reply;

/** What comes of aiwf's own buttons. */
record OwnPresses(
    SlackApi api,
    Commands<Asker> commands,
    StartForm startForm,
    DroppedFiles files,
    Whispers whispers) {

  void pressed(Asker asker, OwnButton button, String event, String trigger) {
    switch (button) {
      case OwnButton.Start _ -> Views.open(api, whispers, asker, trigger, startForm.view());
      case OwnButton.Use use -> files.taken(asker, use, event);
      case OwnButton.Ask ask -> {
        try {
          whispers.tell(asker, commands.asked(asker, ask, event));
        } catch (Inbox.Busy e) {
          whispers.tell(asker, Reply.of(Intake.BUSY));
        }
      }
    }
  }
}
