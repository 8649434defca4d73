package dev.aiwf.slack;

import dev.aiwf.core.guide.Pipeline;
import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Pictures;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.surface.Nearby;
import dev.aiwf.core.surface.Reply;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A project's files and the picture of its way, brought into a thread when somebody wants them.
 * They stand in the repository whatever happens here, so they are brought once, without being
 * stored.
 */
record Documents(
    SlackFiles files,
    Projects projects,
    Artifacts artifacts,
    Pictures pictures,
    Whispers whispers) {

  private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

  /** A document belongs below the project that it is of, wherever it was asked for. */
  private @Nullable String thread(Asker asker, Nearby.Project project) {
    return asker.thread() != null
        ? asker.thread()
        : projects
            .standing(
                project.id(),
                new SlackChannel(asker.team(), asker.channel(), project.id()).id(),
                MessageKeys.STATUS)
            .orElse(null);
  }

  /** Says that it comes, and has it come. */
  Reply bring(Asker asker, Nearby.Project project, Repository.Place place, String path) {
    String thread = thread(asker, project);
    if (thread == null) {
      return Reply.of("The project has no thread in this channel; ask where it has one.");
    }
    Thread.ofVirtual()
        .name("slack-file")
        .start(() -> {
          try {
            switch (artifacts.file(place, path).orElse(null)) {
              case Artifacts.Content.Text(var text) ->
                  files.bring(
                      asker.channel(),
                      thread,
                      path.substring(path.lastIndexOf('/') + 1),
                      path,
                      text.getBytes(StandardCharsets.UTF_8));
              case Artifacts.Content.Unshown(var why, _) -> whispers.tell(asker, Reply.of(why));
              case null -> whispers.tell(asker, Reply.of(path + " is not there any more."));
            }
          } catch (NotNow | NotEver e) {
            whispers.tell(
                asker, Reply.of("%s could not be brought: %s".formatted(path, e.getMessage())));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return Reply.of(path + " comes into the thread.");
  }

  /** Brings the picture of a project's way below what is said about it. */
  void picture(Asker asker, Projects.Standing project) {
    Thread.ofVirtual()
        .name("slack-picture")
        .start(() -> {
          String name = project.sidecar().name();
          try {
            byte[] png =
                pictures.pipeline(name, Pipeline.of(project.workflow(), project.sidecar()));
            files.bring(asker.channel(), asker.thread(), "way.png", "The way of " + name, png);
          } catch (NotNow | NotEver e) {
            LOG.info("A picture could not be brought: {}", e.getMessage());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
