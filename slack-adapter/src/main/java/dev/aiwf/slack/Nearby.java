package dev.aiwf.slack;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import java.util.List;
import java.util.Optional;

/**
 * The projects that somebody may learn of: those that are talked about in the channel where they
 * ask, and those in which they take part. What is talked about in a private channel, nobody else
 * hears of.
 */
record Nearby(Projects projects) {

  /** A project in a list, with its state. */
  record Project(Projects.Line line, Projects.Standing standing) {
    ProjectId id() {
      return line.id();
    }
  }

  /** All of them, the latest touched first. */
  List<Project> of(Asker asker) {
    return all().stream().filter(each -> isHere(each, asker) || takesPart(each, asker)).toList();
  }

  /** Those that are talked about in the channel. */
  List<Project> here(Asker asker) {
    return all().stream().filter(each -> isHere(each, asker)).toList();
  }

  /** Those in which somebody takes part, wherever they ask. */
  List<Project> with(Asker asker) {
    return all().stream().filter(each -> takesPart(each, asker)).toList();
  }

  private List<Project> all() {
    return projects.list().stream()
        .flatMap(
            line -> projects.find(line.id()).map(standing -> new Project(line, standing)).stream())
        .toList();
  }

  private static boolean isHere(Project project, Asker asker) {
    return project
        .standing()
        .sidecar()
        .team()
        .channels()
        .contains(new SlackChannel(asker.team(), asker.channel(), project.id()).id());
  }

  private static boolean takesPart(Project project, Asker asker) {
    return project.standing().sidecar().team().member(asker.person()).isPresent();
  }

  /** The channel of Slack's where a project is talked about; none if it is elsewhere. */
  static Optional<SlackChannel> channel(Project project) {
    return project.standing().sidecar().team().channels().stream()
        .flatMap(channel -> SlackChannel.in(channel).stream())
        .findFirst();
  }

  /** Who a person of a workspace is to projects. */
  static PersonId person(String team, String user) {
    return new PersonId(String.join(":", SlackChannel.SURFACE, team, user));
  }
}
