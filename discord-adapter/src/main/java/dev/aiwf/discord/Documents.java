package dev.aiwf.discord;

import dev.aiwf.core.guide.Pipeline;
import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Pictures;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.surface.Nearby;
import dev.aiwf.core.surface.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A project's files and the picture of its way, brought into a thread when somebody wants them.
 * They stand in the repository whatever happens here, so they are brought once, without being
 * stored.
 */
record Documents(
    DiscordFiles files,
    Projects projects,
    Artifacts artifacts,
    Pictures pictures,
    Whispers whispers) {

  /** A document belongs below the project that it is of, wherever it was asked for. */
  private Optional<String> thread(Asker asker, Nearby.Project project) {
    return asker.thread() != null
        ? Optional.of(asker.thread())
        : projects.standing(project.id(), asker.channel(project.id()), MessageKeys.STATUS);
  }

  /** Says that it comes, and has it come. */
  Reply bring(Asker asker, Nearby.Project project, Repository.Place place, String path) {
    Optional<String> thread = thread(asker, project);
    if (thread.isEmpty()) {
      return Reply.of("The project has no thread in this channel; ask where it has one.");
    }
    Later.run(
        "discord-file",
        "A file could not be brought",
        () -> {
          switch (artifacts.file(place, path).orElse(null)) {
            case Artifacts.Content.Text(var text) ->
                files.bring(
                    thread.get(),
                    path.substring(path.lastIndexOf('/') + 1),
                    path,
                    text.getBytes(StandardCharsets.UTF_8));
            case Artifacts.Content.Unshown(var why, _) -> whispers.tell(asker, Reply.of(why));
            case null -> whispers.tell(asker, Reply.of(path + " is not there any more."));
          }
        });
    return Reply.of(path + " comes into the thread.");
  }

  /** Brings the picture of a project's way below what is said about it. */
  void picture(Asker asker, Projects.Standing project) {
    String thread = asker.thread();
    if (thread != null) {
      String name = project.sidecar().name();
      Later.run(
          "discord-picture",
          "A picture could not be brought",
          () ->
              files.bring(
                  thread,
                  "way.png",
                  "The way of " + name,
                  pictures.pipeline(name, Pipeline.of(project.workflow(), project.sidecar()))));
    }
  }
}
