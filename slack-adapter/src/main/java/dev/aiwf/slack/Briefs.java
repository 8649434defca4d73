package dev.aiwf.slack;

import com.slack.api.model.File;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.surface.OwnButton;
import dev.aiwf.core.surface.Reply;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that somebody drops into a project's thread: offered as its brief, never assumed to be. */
record Briefs(SlackApi api, Intake intake, Projects projects, Whispers whispers) {

  private static final int LARGEST = 256 * 1024;

  private static final Set<String> TEXTS =
      Set.of("md", "markdown", "txt", "text", "rst", "adoc", "yaml", "yml", "json", "csv");

  /** Asks whoever dropped them, privately. */
  void offer(Asker asker, ProjectId project, List<File> files) {
    List<File> texts = files.stream().filter(Briefs::isText).limit(3).toList();
    if (!texts.isEmpty()) {
      whispers.tell(
          asker,
          new Reply(
              SlackVenue.REPLIES.droppedFiles(texts.stream().map(File::getName).toList()),
              texts.stream()
                  .map(file ->
                      new Reply.Choice(
                          texts.size() == 1 ? "Use as the brief" : "Use " + file.getName(),
                          new OwnButton.Brief(project, file.getId()).written()))
                  .toList()));
    }
  }

  private static boolean isText(File file) {
    String name = file.getName() == null ? "" : file.getName().toLowerCase(Locale.ROOT);
    return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Reads the file and gives it as the brief, while whoever pressed goes on. */
  void taken(Asker asker, ProjectId project, String file, String event) {
    Thread.ofVirtual().name("slack-brief").start(() -> take(asker, project, file, event));
  }

  private void take(Asker asker, ProjectId project, String id, String event) {
    Optional<Projects.Place> place = place(asker, project);
    if (place.isEmpty()) {
      whispers.tell(asker, Reply.of("That file was dropped for another project. Nothing changed."));
      return;
    }
    try {
      File file = api.ask(slack -> slack.filesInfo(r -> r.file(id))).getFile();
      String text = text(new SlackFiles(api).read(file.getUrlPrivateDownload(), LARGEST));
      if (text == null) {
        whispers.tell(asker, Reply.of("The file is no text, so it was not taken."));
        return;
      }
      var _ =
          intake.accept(
              asker, event, null, project, place.get().channel(), new Action.GiveBrief(text));
    } catch (Inbox.Busy e) {
      whispers.tell(asker, Reply.of(Intake.BUSY));
    } catch (NotNow | NotEver e) {
      whispers.tell(asker, Reply.of("The file could not be read: " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The thread in which it was offered is the project's. */
  private Optional<Projects.Place> place(Asker asker, ProjectId project) {
    return asker.thread() == null
        ? Optional.empty()
        : projects
            .posted(SlackChannel.SURFACE, asker.channel(), asker.thread())
            .filter(place -> place.project().equals(project));
  }

  private static @Nullable String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
