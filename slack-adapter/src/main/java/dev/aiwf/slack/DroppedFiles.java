package dev.aiwf.slack;

import com.slack.api.model.File;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.surface.Dropped;
import dev.aiwf.core.surface.OwnButton;
import dev.aiwf.core.surface.Reply;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Files that somebody drops into a project's thread. */
record DroppedFiles(SlackApi api, Intake intake, Projects projects, Whispers whispers) {

  /** Asks whoever dropped them, privately. */
  void offer(Asker asker, ProjectId project, List<File> files) {
    Dropped.offered(project, files.stream().map(DroppedFiles::dropped).toList())
        .ifPresent(reply -> whispers.tell(asker, reply));
  }

  private static Dropped dropped(File file) {
    return new Dropped(
        file.getId(),
        Objects.requireNonNullElse(file.getName(), file.getId()),
        Objects.requireNonNullElse(file.getSize(), 0));
  }

  /** Takes the file for what it is said to be, while whoever pressed goes on. */
  void taken(Asker asker, OwnButton.Use use, String event) {
    Thread.ofVirtual().name("slack-file").start(() -> take(asker, use, event));
  }

  private void take(Asker asker, OwnButton.Use use, String event) {
    Optional<Projects.Place> place = place(asker, use.project());
    if (place.isEmpty()) {
      whispers.tell(asker, Reply.of("That file was dropped for another project. Nothing changed."));
      return;
    }
    try {
      Optional<Action> action = action(use);
      if (action.isEmpty()) {
        whispers.tell(asker, Reply.of("The file is no text, so it was not taken."));
        return;
      }
      var _ =
          intake.accept(
              asker, event, null, use.project(), place.get().channel(), action.orElseThrow());
    } catch (Inbox.Busy e) {
      whispers.tell(asker, Reply.of(Intake.BUSY));
    } catch (NotNow | NotEver e) {
      whispers.tell(asker, Reply.of("The file could not be read: " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Action> action(OwnButton.Use use) throws NotNow, NotEver, InterruptedException {
    File file = api.ask(slack -> slack.filesInfo(r -> r.file(use.file()))).getFile();
    Dropped dropped = dropped(file);
    Optional<String> text =
        dropped.isText()
            ? Dropped.text(new SlackFiles(api).read(file.getUrlPrivateDownload(), Dropped.LARGEST))
            : Optional.empty();
    return dropped.taken(use.as(), text);
  }

  /** The thread in which it was offered is the project's. */
  private Optional<Projects.Place> place(Asker asker, ProjectId project) {
    return asker.thread() == null
        ? Optional.empty()
        : projects
            .posted(SlackChannel.SURFACE, asker.channel(), asker.thread())
            .filter(place -> place.project().equals(project));
  }
}
