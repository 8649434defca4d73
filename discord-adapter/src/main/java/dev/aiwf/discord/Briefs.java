package dev.aiwf.discord;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.surface.OwnButton;
import dev.aiwf.core.surface.Replies;
import dev.aiwf.core.surface.Reply;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.Message;
import org.jspecify.annotations.Nullable;

/** Files that somebody drops into a project's thread: offered as its brief, never assumed to be. */
record Briefs(
    DiscordFiles files, Intake intake, Places places, Whispers whispers, Replies replies) {

  private static final int LARGEST = 256 * 1024;
  private static final int MOST = 3;

  private static final Set<String> TEXTS =
      Set.of("md", "markdown", "txt", "text", "rst", "adoc", "yaml", "yml", "json", "csv");

  /** What is answered to whoever dropped them; nothing where none can be read. */
  Optional<Reply> offered(Heard heard, ProjectId project) {
    List<String> names = new ArrayList<>();
    List<Reply.Choice> choices = new ArrayList<>();
    for (int i = 0; i < heard.files().size() && choices.size() < MOST; i++) {
      Message.Attachment file = heard.files().get(i);
      if (isText(file.getFileName())) {
        names.add(file.getFileName());
        choices.add(
            new Reply.Choice(
                "Use " + file.getFileName() + " as the brief",
                new OwnButton.Brief(project, heard.id() + "/" + i).written()));
      }
    }
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reply(replies.droppedFiles(names), choices));
  }

  private static boolean isText(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Reads the file and gives it as the brief, while whoever pressed goes on. */
  void taken(Asker asker, ProjectId project, String file, String event) {
    Optional<Projects.Place> place =
        places.project(asker).filter(each -> each.project().equals(project));
    if (place.isEmpty()) {
      whispers.tell(asker, Reply.of("That file was dropped for another project. Nothing changed."));
      return;
    }
    Later.run(
        "discord-brief",
        "A file could not be read as a brief",
        () -> take(asker, place.get(), file, event));
  }

  private void take(Asker asker, Projects.Place place, String file, String event)
      throws InterruptedException {
    try {
      String text = text(files.read(String.valueOf(asker.thread()), file, LARGEST));
      if (text == null) {
        whispers.tell(asker, Reply.of("The file is no text, so it was not taken."));
        return;
      }
      var _ =
          intake.accept(
              asker, event, null, place.project(), place.channel(), new Action.GiveBrief(text));
    } catch (Inbox.Busy e) {
      whispers.tell(asker, Reply.of(Intake.BUSY));
    } catch (NotNow | NotEver e) {
      whispers.tell(asker, Reply.of("The file could not be read: " + e.getMessage()));
    }
  }

  private static @Nullable String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
