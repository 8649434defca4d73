package dev.aiwf.discord;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.surface.CommandLine;
import dev.aiwf.core.surface.Nearby;
import dev.aiwf.core.surface.Replies;
import dev.aiwf.core.surface.Reply;
import dev.aiwf.core.surface.Venue;
import java.util.List;
import java.util.Optional;

/** What Discord brings to the commands that all surfaces answer alike. */
record DiscordVenue(Intake intake, Documents documents, Replies replies) implements Venue<Asker> {

  static Replies replies(Projects projects) {
    return new Replies(
        "role",
        "In a channel with several projects, say which one. In a project's thread its own is"
            + " meant.",
        "If nothing appears, aiwf may not write in this channel: ./aiwf doctor names what is"
            + " missing.",
        project -> address(projects, project));
  }

  /** Opens the thread in whichever client somebody has. */
  private static Optional<String> address(Projects projects, Nearby.Project project) {
    return project.standing().sidecar().team().channels().stream()
        .flatMap(channel ->
            DiscordChannel.in(channel).stream()
                .flatMap(place ->
                    projects.standing(project.id(), channel, MessageKeys.STATUS).stream()
                        .map(thread ->
                            "https://discord.com/channels/%s/%s".formatted(place.guild(), thread))))
        .findFirst();
  }

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
    return named.id().startsWith("&")
        ? DiscordChannel.role(named.id().substring(1))
        : DiscordChannel.person(named.id());
  }

  @Override
  public String called(CommandLine.Named named) {
    return named.name().isEmpty() || !named.id().startsWith("&")
        ? named.name()
        : "@" + named.name();
  }

  @Override
  public Person self(Asker asker) {
    return asker.known();
  }

  @Override
  public String place(Asker asker) {
    return "a channel in Discord (%s)".formatted(asker.channel());
  }

  @Override
  public int mostChoices() {
    return DiscordLimits.OPTIONS;
  }

  @Override
  public int longestChoice() {
    return DiscordLimits.CUSTOM_ID;
  }
}
