package dev.aiwf.core.surface;

import dev.aiwf.core.guide.Asked;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Words;

/** What is asked of one project from outside its thread. What it answers is for the asker only. */
public record Doings<A extends Asking>(Venue<A> venue) {

  /** Answers, or sends what is asked for on its way. */
  public Reply on(A asker, Nearby.Project project, CommandLine.OfProject line, String event)
      throws Inbox.Busy {
    Sidecar sidecar = project.standing().sidecar();
    return switch (line) {
      case CommandLine.Show(var words) ->
          Asked.of(project.standing().workflow(), sidecar, words)
              .map(content -> Reply.of(venue.replies().about(sidecar.name(), content)))
              .orElseGet(() ->
                  Reply.of(
                      venue
                          .replies()
                          .unclear(
                              asker, "In %s there is no such thing.".formatted(sidecar.name()))));
      case CommandLine.Artifacts(var file) -> ProjectFiles.of(venue, asker, project, file);
      case CommandLine.Continue _ -> {
        ChannelId channel = asker.channel(project.id());
        send(asker, project, channel, event, goOn(sidecar));
        yield Reply.of(
            venue
                .replies()
                .resumed(
                    sidecar.name(),
                    Words.status(sidecar.status()),
                    sidecar.team().channels().contains(channel)));
      }
      case CommandLine.Link(var address) -> sent(asker, project, event, new Action.Link(address));
      case CommandLine.Remind _ ->
          sent(asker, project, event, new Action.Show(Fact.Topic.REMINDER, null));
      case CommandLine.Follow(var level) -> sent(asker, project, event, new Action.Follow(level));
      case CommandLine.Stop _ -> sent(asker, project, event, new Action.Stop());
      case CommandLine.Assign assign -> {
        assign(asker, project, place(asker, project), event, assign);
        yield Reply.of(venue.replies().sent(sidecar.name()));
      }
    };
  }

  /** The start of a project that is there already brings it here, and on if it was stopped. */
  public static Action goOn(Sidecar sidecar) {
    return new Action.Start(sidecar.name(), sidecar.workflow(), null, null, sidecar.depth());
  }

  /** One command for each, so that one who can't be given the role keeps nobody else from it. */
  public void assign(
      A asker, Nearby.Project project, ChannelId channel, String event, CommandLine.Assign assign)
      throws Inbox.Busy {
    for (CommandLine.Named named : assign.people()) {
      PersonId person = venue.person(asker, named);
      String name = venue.called(named);
      send(
          asker,
          project,
          channel,
          event + ":" + named.id(),
          new Action.Assign(person, assign.role(), name.isEmpty() ? null : name));
    }
  }

  private Reply sent(A asker, Nearby.Project project, String event, Action action)
      throws Inbox.Busy {
    send(asker, project, place(asker, project), event, action);
    return Reply.of(venue.replies().sent(project.line().name()));
  }

  private void send(A asker, Nearby.Project project, ChannelId channel, String event, Action action)
      throws Inbox.Busy {
    venue.take(asker, event, project.id(), channel, action);
  }

  /** Where somebody takes part in it; where it is not talked about, that grants nothing. */
  private ChannelId place(A asker, Nearby.Project project) {
    return asker.channel(project.id());
  }
}
