package dev.aiwf.core.surface;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.People;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The projects that somebody may learn of: those that are talked about in the channel where they
 * ask, and those in which they take part. What is talked about in a private channel, nobody else
 * hears of.
 */
public record Nearby(Projects projects, People people) {

  /** A project in a list, with its state. */
  public record Project(Projects.Line line, Projects.Standing standing) {
    /** Its id. */
    public ProjectId id() {
      return line.id();
    }
  }

  /** All of them, the latest touched first. */
  public List<Project> of(Asking asker) {
    Set<PersonId> persons = persons(asker);
    return all().stream().filter(each -> isHere(each, asker) || takesPart(each, persons)).toList();
  }

  /** Those that are talked about in the channel. */
  public List<Project> here(Asking asker) {
    return all().stream().filter(each -> isHere(each, asker)).toList();
  }

  /** Those in which somebody takes part, wherever they ask. */
  public List<Project> with(Asking asker) {
    Set<PersonId> persons = persons(asker);
    return all().stream().filter(each -> takesPart(each, persons)).toList();
  }

  private List<Project> all() {
    return projects.list().stream()
        .flatMap(
            line -> projects.find(line.id()).map(standing -> new Project(line, standing)).stream())
        .toList();
  }

  private static boolean isHere(Project project, Asking asker) {
    return project.standing().sidecar().team().channels().contains(asker.channel(project.id()));
  }

  /** Whoever is the same human elsewhere takes part here as well. */
  private Set<PersonId> persons(Asking asker) {
    Set<PersonId> persons = new HashSet<>(people.also(asker.person()));
    persons.add(asker.person());
    return persons;
  }

  private static boolean takesPart(Project project, Set<PersonId> persons) {
    return !Collections.disjoint(project.standing().sidecar().team().members().keySet(), persons);
  }

  /** One of them; none if there is no such project. */
  public Optional<Project> find(ProjectId project) {
    return projects.list().stream()
        .filter(line -> line.id().equals(project))
        .findFirst()
        .flatMap(line -> projects.find(project).map(standing -> new Project(line, standing)));
  }
}
