package dev.aiwf.slack;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.surface.CommandLine;
import dev.aiwf.core.surface.Nearby;
import dev.aiwf.core.surface.Replies;
import dev.aiwf.core.surface.Reply;
import dev.aiwf.core.surface.Venue;
import java.util.List;
import java.util.Optional;

/** What Slack brings to the commands that all surfaces answer alike. */
record SlackVenue(Intake intake, Documents documents) implements Venue<Asker> {

  static final Replies REPLIES =
      new Replies(
          "user group",
          "In a channel with several projects, put a project's name at the end. In a project's"
              + " thread Slack takes no commands: write @aiwf instead.",
          "If nothing appears, the channel is private and aiwf is not in it: /invite @aiwf brings"
              + " it here.",
          SlackVenue::address);

  @Override
  public void take(Asker asker, String event, ProjectId project, ChannelId channel, Action action)
      throws Inbox.Busy {
    var _ = intake.accept(asker, event, null, project, channel, action);
  }

  @Override
  public Artifacts artifacts() {
    return documents.artifacts();
  }

  @Override
  public Reply bring(Asker asker, Nearby.Project project, Repository.Place place, String path) {
    return documents.bring(asker, project, place, path);
  }

  @Override
  public void picture(Asker asker, Projects.Standing project) {
    documents.picture(asker, project);
  }

  @Override
  public String plain(String typed) {
    return Typed.plain(typed);
  }

  @Override
  public List<CommandLine.Named> named(String typed) {
    return Typed.named(typed);
  }

  @Override
  public PersonId person(Asker asker, CommandLine.Named named) {
    return Asker.person(asker.team(), named.id());
  }

  @Override
  public String called(CommandLine.Named named) {
    return intake.names().called(named);
  }

  @Override
  public Person self(Asker asker) {
    return intake.self(asker);
  }

  @Override
  public String place(Asker asker) {
    return "a channel in Slack (%s)".formatted(asker.channel());
  }

  @Override
  public Replies replies() {
    return REPLIES;
  }

  @Override
  public int mostChoices() {
    return SlackLimits.OPTIONS;
  }

  @Override
  public int longestChoice() {
    return SlackLimits.OPTION_VALUE;
  }

  /** Opens the channel in whichever client somebody has. */
  private static Optional<String> address(Nearby.Project project) {
    return project.standing().sidecar().team().channels().stream()
        .flatMap(channel -> SlackChannel.in(channel).stream())
        .findFirst()
        .map(place ->
            "https://slack.com/app_redirect?team=%s&channel=%s"
                .formatted(place.team(), place.channel()));
  }
}
