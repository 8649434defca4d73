package dev.aiwf.slack;

import dev.aiwf.core.guide.Asked;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Words;

/** What is asked of one project from outside its thread. What it answers is for the asker only. */
record Doings(Intake intake, Documents documents) {

  Reply on(Asker asker, Nearby.Project project, CommandLine.OfProject line, String event)
      throws Inbox.Busy {
    Sidecar sidecar = project.standing().sidecar();
    return switch (line) {
      case CommandLine.Show(var words) ->
          Asked.of(project.standing().workflow(), sidecar, words)
              .map(content -> Reply.of(Replies.about(sidecar.name(), content)))
              .orElseGet(() ->
                  Reply.of(
                      Replies.unclear(
                          asker, "In %s there is no such thing.".formatted(sidecar.name()))));
      case CommandLine.Artifacts(var file) -> documents.asked(asker, project, file);
      case CommandLine.Continue _ -> {
        ChannelId channel = new SlackChannel(asker.team(), asker.channel(), project.id()).id();
        send(asker, project, channel, event, goOn(sidecar));
        yield Reply.of(
            Replies.resumed(
                sidecar.name(),
                Words.status(sidecar.status()),
                sidecar.team().channels().contains(channel)));
      }
      case CommandLine.Link(var address) -> sent(asker, project, event, new Action.Link(address));
      case CommandLine.Remind _ ->
          sent(asker, project, event, new Action.Show(Fact.Topic.REMINDER, null));
      case CommandLine.Stop _ -> sent(asker, project, event, new Action.Stop());
      case CommandLine.Assign assign -> {
        assign(asker, project, place(asker, project), event, assign);
        yield Reply.of(Replies.sent(sidecar.name()));
      }
    };
  }

  /** The start of a project that is there already brings it here, and on if it was stopped. */
  static Action goOn(Sidecar sidecar) {
    return new Action.Start(sidecar.name(), sidecar.workflow(), null, null, sidecar.depth());
  }

  /** One command for each, so that one who can't be given the role keeps nobody else from it. */
  void assign(
      Asker asker,
      Nearby.Project project,
      ChannelId channel,
      String event,
      CommandLine.Assign assign)
      throws Inbox.Busy {
    for (Typed.Named named : assign.people()) {
      PersonId person = Nearby.person(asker.team(), named.id());
      String name = intake.people().called(named);
      send(
          asker,
          project,
          channel,
          event + ":" + named.id(),
          new Action.Assign(person, assign.role(), name.isEmpty() ? null : name));
    }
  }

  private Reply sent(Asker asker, Nearby.Project project, String event, Action action)
      throws Inbox.Busy {
    send(asker, project, place(asker, project), event, action);
    return Reply.of(Replies.sent(project.line().name()));
  }

  private void send(
      Asker asker, Nearby.Project project, ChannelId channel, String event, Action action)
      throws Inbox.Busy {
    var _ = intake.accept(asker, event, null, project.id(), channel, action);
  }

  /** Where somebody takes part in it; where it is not talked about, that grants nothing. */
  private static ChannelId place(Asker asker, Nearby.Project project) {
    return new SlackChannel(asker.team(), asker.channel(), project.id()).id();
  }
}
