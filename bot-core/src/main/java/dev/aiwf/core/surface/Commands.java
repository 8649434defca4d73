package dev.aiwf.core.surface;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.People;
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
public record Commands<A extends Asking>(
    Projects projects, People people, Nearby nearby, Doings<A> doings, Venue<A> venue) {

  /** Answers a line as it was typed, in the platform's own markup. */
  public Reply asked(A asker, String typed, String event) throws Inbox.Busy {
    CommandLine whole = read(typed);
    if (whole instanceof CommandLine.OfAiwf alone && !(alone instanceof CommandLine.Unclear)) {
      return ofAiwf(asker, alone, event);
    }
    Optional<Nearby.Project> named =
        nearby.of(asker).stream().filter(each -> names(typed, each)).findFirst();
    String words = named.isPresent() ? typed.strip().replaceFirst("\\s+\\S+$", "") : typed;
    return asked(asker, read(words), words, named, event);
  }

  /**
   * Answers a line that was read, about this project if one was named.
   *
   * @param words the same as it would be typed
   */
  public Reply asked(
      A asker, CommandLine read, String words, Optional<Nearby.Project> named, String event)
      throws Inbox.Busy {
    return switch (read) {
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
  public Reply asked(A asker, OwnButton.Ask picked, String event) throws Inbox.Busy {
    Optional<Nearby.Project> project =
        nearby.of(asker).stream().filter(each -> each.id().equals(picked.project())).findFirst();
    return project.isPresent() && read(picked.words()) instanceof CommandLine.OfProject line
        ? doings.on(asker, project.get(), line, event)
        : Reply.of(venue.replies().noneHere(asker));
  }

  private CommandLine read(String typed) {
    return CommandLine.read(venue.plain(typed), venue.named(typed));
  }

  private boolean names(String typed, Nearby.Project project) {
    String[] words = typed.strip().split("\\s+", -1);
    return words.length > 1
        && ProjectId.of(venue.plain(words[words.length - 1])).equals(Optional.of(project.id()));
  }

  private Reply ofAiwf(A asker, CommandLine.OfAiwf line, String event) throws Inbox.Busy {
    return switch (line) {
      case CommandLine.Start start -> start(asker, start, event);
      case CommandLine.Overview _ -> Reply.of(venue.replies().list(nearby.of(asker)));
      case CommandLine.Join(var project) -> join(asker, project, event);
      case CommandLine.Me(var words) -> Reply.of(Myself.says(people, venue.self(asker), words));
      case CommandLine.Help _ -> Reply.of(venue.replies().help(asker));
      case CommandLine.Unclear(var sentence) -> Reply.of(venue.replies().unclear(asker, sentence));
    };
  }

  private Reply join(A asker, String project, String event) throws Inbox.Busy {
    Optional<ProjectId> id = ProjectId.of(project);
    if (asker.alone() || id.isEmpty()) {
      return Reply.of("Ask that in the channel where the project is to be seen, by its name.");
    }
    venue.take(
        asker, event, id.get(), asker.channel(id.get()), new Action.Join(venue.place(asker)));
    return Reply.of("Passed on; the answer comes here.");
  }

  private Reply which(A asker, List<Nearby.Project> here, String words) {
    if (here.isEmpty()) {
      return Reply.of(venue.replies().noneHere(asker));
    }
    List<Reply.Choice> choices =
        here.stream()
            .map(each ->
                new Reply.Choice(each.line().name(), new OwnButton.Ask(each.id(), words).written()))
            .toList();
    // What is too much for a menu is named instead.
    return choices.size() > venue.mostChoices()
            || choices.stream().anyMatch(each -> each.what().length() > venue.longestChoice())
        ? Reply.of("Which project? There are several here: put its name at the end.")
        : new Reply(venue.replies().which(), choices);
  }

  private Reply start(A asker, CommandLine.Start start, String event) throws Inbox.Busy {
    if (asker.alone()) {
      return venue.replies().channelWanted();
    }
    Optional<ProjectId> id = ProjectId.of(start.name());
    if (id.isEmpty()) {
      return Reply.of(
          venue
              .replies()
              .unclear(asker, "A name needs a letter or a digit, and 60 characters at most."));
    }
    Optional<Workflow> workflow =
        projects.offered().stream()
            .filter(each -> start.workflow() == null || each.ref().id().equals(start.workflow()))
            .findFirst();
    if (workflow.isEmpty()) {
      return Reply.of(venue.replies().offered(start.workflow(), projects.offered()));
    }
    Optional<Sidecar> before = projects.find(id.get()).map(Projects.Standing::sidecar);
    ChannelId channel = asker.channel(id.get());
    venue.take(
        asker,
        event,
        id.get(),
        channel,
        new Action.Start(
            start.name(), workflow.get().ref(), start.repository(), null, start.depth()));
    return Reply.of(
        before
            .map(sidecar ->
                venue
                    .replies()
                    .resumed(
                        sidecar.name(),
                        Words.status(sidecar.status()),
                        sidecar.team().channels().contains(channel)))
            .orElseGet(() -> venue.replies().starting(start.name())));
  }
}
