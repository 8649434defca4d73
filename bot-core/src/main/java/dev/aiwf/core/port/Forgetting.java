package dev.aiwf.core.port;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ProjectId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has people and projects forgotten. What left this house can't be: commits, what stands on a
 * platform, backups made before.
 */
public interface Forgetting {

  /** Everybody that some project knows. */
  List<Known> people();

  /** What is kept of a person; none if nothing is. */
  Optional<Traces> of(PersonId person);

  /**
   * Puts somebody who can't be recognised in a person's place and takes away what they said. What
   * they answered and decided stays, for it is the project's.
   *
   * @return what was kept of them; none if nothing was
   */
  Optional<Traces> forget(PersonId person);

  /** What is kept of a project; none if there is no such project. */
  Optional<Extent> of(ProjectId project);

  /**
   * Takes a project away with all that was said and decided in it. Its id may then be used anew.
   *
   * @param keepRepository whether its own repository stays; a linked one always does
   * @return what was kept of it; none if there was no such project
   */
  Optional<Extent> forget(ProjectId project, boolean keepRepository) throws NotNow, NotEver;

  /**
   * A person as projects know them.
   *
   * @param names what they were called, the latest last
   * @param projects how many projects know them
   */
  record Known(PersonId id, List<String> names, int projects) {
    public Known {
      names = List.copyOf(names);
    }
  }

  /**
   * What is kept of a person.
   *
   * @param projects where something of them is kept
   * @param owned which of these are theirs; nobody else can assign roles there
   * @param facts how many facts they led to or are named in
   * @param messages how many messages they wrote
   */
  record Traces(
      PersonId person,
      List<String> names,
      List<ProjectId> projects,
      List<ProjectId> owned,
      long facts,
      long messages) {
    public Traces {
      names = List.copyOf(names);
      projects = List.copyOf(projects);
      owned = List.copyOf(owned);
    }
  }

  /**
   * What is kept of a project.
   *
   * @param repository where its files go; none if it was never opened
   * @param own whether that repository is the project's own
   */
  record Extent(
      ProjectId project,
      String name,
      long facts,
      long messages,
      long effects,
      @Nullable String repository,
      boolean own) {}
}
