package dev.aiwf.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Workflow;
import java.util.Optional;

/** What is asked of aiwf itself rather than of a project. What it answers is for the asker only. */
record Commands(Intake intake, Projects projects) {

  /** Answers {@code /aiwf …}. */
  Content slash(SlashCommandPayload payload) {
    Asker asker =
        new Asker(
            payload.getTeamId(),
            payload.getChannelId(),
            payload.getUserId(),
            payload.getUserName(),
            null);
    String text = payload.getText() == null ? "" : Typed.plain(payload.getText());
    try {
      // A command has no event id; its trigger is made once, however often it is delivered.
      return asked(asker, text, "command:" + payload.getTriggerId());
    } catch (Inbox.Busy e) {
      return Content.of(Intake.BUSY);
    }
  }

  /** Answers the same words where aiwf was mentioned. */
  Content asked(Asker asker, String text, String event) throws Inbox.Busy {
    return switch (CommandLine.read(text)) {
      case CommandLine.Start start -> start(asker, start, event);
      case CommandLine.Overview _ -> Replies.list(projects.list());
      case CommandLine.Help _ -> Replies.help();
      case CommandLine.InThread(var word) -> Replies.inThread(word);
      case CommandLine.Unclear(var sentence) -> Replies.unclear(sentence);
    };
  }

  private Content start(Asker asker, CommandLine.Start start, String event) throws Inbox.Busy {
    Optional<ProjectId> id = ProjectId.of(start.name());
    if (id.isEmpty()) {
      return Replies.unclear("A name needs a letter or a digit, and 60 characters at most.");
    }
    Optional<Workflow> workflow =
        projects.offered().stream()
            .filter(each -> start.workflow() == null || each.ref().id().equals(start.workflow()))
            .findFirst();
    if (workflow.isEmpty()) {
      return Replies.offered(start.workflow(), projects.offered());
    }
    Optional<Sidecar> before = projects.find(id.get()).map(Projects.Standing::sidecar);
    ChannelId channel = new SlackChannel(asker.team(), asker.channel(), id.get()).id();
    intake.accept(
        asker,
        event,
        null,
        id.get(),
        channel,
        new Action.Start(
            start.name(), workflow.get().ref(), start.repository(), null, start.depth()));
    return before
        .map(sidecar ->
            Replies.resumed(
                sidecar.name(),
                Words.status(sidecar.status()),
                sidecar.team().channels().contains(channel)))
        .orElseGet(() -> Replies.starting(start.name()));
  }
}
