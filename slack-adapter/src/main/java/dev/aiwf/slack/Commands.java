package dev.aiwf.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Optional;

/** What is asked with aiwf's command or its name. What it answers is for the asker only. */
record Commands(Intake intake, Projects projects, Nearby nearby, Doings doings, Door door) {

  /** Answers {@code /aiwf …}. */
  Reply slash(SlashCommandPayload payload) {
    Asker asker =
        new Asker(
            payload.getTeamId(),
            payload.getChannelId(),
            payload.getUserId(),
            payload.getUserName(),
            null);
    if (!door.open(asker)) {
      return Reply.of(Door.CLOSED);
    }
    try {
      // A command has no event id; its trigger is made once, however often it is delivered.
      return asked(
          asker,
          payload.getText() == null ? "" : payload.getText(),
          "command:" + payload.getTriggerId());
    } catch (Inbox.Busy e) {
      return Reply.of(Intake.BUSY);
    }
  }

  /** Answers the same words where aiwf was mentioned. */
  Reply asked(Asker asker, String typed, String event) throws Inbox.Busy {
    CommandLine whole = CommandLine.read(typed);
    if (whole instanceof CommandLine.OfAiwf alone && !(alone instanceof CommandLine.Unclear)) {
      return ofAiwf(asker, alone, event);
    }
    Optional<Nearby.Project> named =
        nearby.of(asker).stream().filter(each -> names(typed, each)).findFirst();
    String words = named.isPresent() ? typed.strip().replaceFirst("\\s+\\S+$", "") : typed;
    return switch (CommandLine.read(words)) {
      case CommandLine.OfAiwf line -> ofAiwf(asker, line, event);
      case CommandLine.OfProject line when named.isPresent() ->
          doings.on(asker, named.get(), line, event);
      case CommandLine.OfProject line -> {
        List<Nearby.Project> here = nearby.here(asker);
        yield here.size() == 1
            ? doings.on(asker, here.getFirst(), line, event)
            : which(asker, here, words);
      }
    };
  }

  /** The same, after a project was picked that the asker may know. */
  Reply asked(Asker asker, OwnButton.Ask picked, String event) throws Inbox.Busy {
    Optional<Nearby.Project> project =
        nearby.of(asker).stream().filter(each -> each.id().equals(picked.project())).findFirst();
    return project.isPresent()
            && CommandLine.read(picked.words()) instanceof CommandLine.OfProject line
        ? doings.on(asker, project.get(), line, event)
        : Reply.of(Replies.noneHere(asker));
  }

  private static boolean names(String typed, Nearby.Project project) {
    String[] words = typed.strip().split("\\s+", -1);
    return words.length > 1
        && ProjectId.of(Typed.plain(words[words.length - 1])).equals(Optional.of(project.id()));
  }

  private Reply ofAiwf(Asker asker, CommandLine.OfAiwf line, String event) throws Inbox.Busy {
    return switch (line) {
      case CommandLine.Start start -> start(asker, start, event);
      case CommandLine.Overview _ -> Reply.of(Replies.list(nearby.of(asker)));
      case CommandLine.Help _ -> Reply.of(Replies.help(asker));
      case CommandLine.Unclear(var sentence) -> Reply.of(Replies.unclear(asker, sentence));
    };
  }

  private static Reply which(Asker asker, List<Nearby.Project> here, String words) {
    if (here.isEmpty()) {
      return Reply.of(Replies.noneHere(asker));
    }
    List<Reply.Choice> choices =
        here.stream()
            .map(each ->
                new Reply.Choice(each.line().name(), new OwnButton.Ask(each.id(), words).written()))
            .toList();
    // What is too much for a menu is named instead.
    return choices.size() > SlackLimits.OPTIONS
            || choices.stream().anyMatch(each -> each.what().length() > SlackLimits.OPTION_VALUE)
        ? Reply.of("Which project? There are several here: put its name at the end.")
        : new Reply(Replies.which(), choices);
  }

  private Reply start(Asker asker, CommandLine.Start start, String event) throws Inbox.Busy {
    if (asker.alone()) {
      return Replies.channelWanted();
    }
    Optional<ProjectId> id = ProjectId.of(start.name());
    if (id.isEmpty()) {
      return Reply.of(
          Replies.unclear(asker, "A name needs a letter or a digit, and 60 characters at most."));
    }
    Optional<Workflow> workflow =
        projects.offered().stream()
            .filter(each -> start.workflow() == null || each.ref().id().equals(start.workflow()))
            .findFirst();
    if (workflow.isEmpty()) {
      return Reply.of(Replies.offered(start.workflow(), projects.offered()));
    }
    Optional<Sidecar> before = projects.find(id.get()).map(Projects.Standing::sidecar);
    ChannelId channel = new SlackChannel(asker.team(), asker.channel(), id.get()).id();
    var _ =
        intake.accept(
            asker,
            event,
            null,
            id.get(),
            channel,
            new Action.Start(
                start.name(), workflow.get().ref(), start.repository(), null, start.depth()));
    return Reply.of(
        before
            .map(sidecar ->
                Replies.resumed(
                    sidecar.name(),
                    Words.status(sidecar.status()),
                    sidecar.team().channels().contains(channel)))
            .orElseGet(() -> Replies.starting(start.name())));
  }
}
