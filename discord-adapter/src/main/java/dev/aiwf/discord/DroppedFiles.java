package dev.aiwf.discord;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.surface.Dropped;
import dev.aiwf.core.surface.OwnButton;
import dev.aiwf.core.surface.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;

/** Files that somebody drops into a project's thread. */
record DroppedFiles(DiscordFiles files, Intake intake, Places places, Whispers whispers) {

  /** What is answered to whoever dropped them. */
  Optional<Reply> offered(Heard heard, ProjectId project) {
    List<Dropped> dropped = new ArrayList<>();
    for (int i = 0; i < heard.files().size(); i++) {
      Message.Attachment file = heard.files().get(i);
      dropped.add(new Dropped(heard.id() + "/" + i, file.getFileName(), file.getSize()));
    }
    return Dropped.offered(project, dropped);
  }

  /** Takes the file for what it is said to be, while whoever pressed goes on. */
  void taken(Asker asker, OwnButton.Use use, String event) {
    Optional<Projects.Place> place =
        places.project(asker).filter(each -> each.project().equals(use.project()));
    if (place.isEmpty()) {
      whispers.tell(asker, Reply.of("That file was dropped for another project. Nothing changed."));
      return;
    }
    Later.run(
        "discord-file",
        "A dropped file could not be taken",
        () -> take(asker, place.get(), use, event));
  }

  private void take(Asker asker, Projects.Place place, OwnButton.Use use, String event)
      throws InterruptedException {
    try {
      Optional<Action> action = action(String.valueOf(asker.thread()), use);
      if (action.isEmpty()) {
        whispers.tell(asker, Reply.of("The file is no text, so it was not taken."));
        return;
      }
      var _ =
          intake.accept(asker, event, null, place.project(), place.channel(), action.orElseThrow());
    } catch (Inbox.Busy e) {
      whispers.tell(asker, Reply.of(Intake.BUSY));
    } catch (NotNow | NotEver e) {
      whispers.tell(asker, Reply.of("The file could not be read: " + e.getMessage()));
    }
  }

  private Optional<Action> action(String thread, OwnButton.Use use)
      throws NotNow, NotEver, InterruptedException {
    DiscordFiles.Found found = files.find(thread, use.file());
    Dropped dropped = new Dropped(use.file(), found.name(), found.size());
    Optional<String> text =
        dropped.isText() ? Dropped.text(files.read(found, Dropped.LARGEST)) : Optional.empty();
    return dropped.taken(use.as(), text);
  }
}
