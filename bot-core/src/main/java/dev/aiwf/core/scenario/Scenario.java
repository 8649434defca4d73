package dev.aiwf.core.scenario;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.workflow.Depth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * People at a project: what they do, and what must come of it.
 *
 * @param file where it is written
 * @param name what it shows, in a few words
 * @param workflow the id of the workflow that it plays in
 * @param version which version of that; none for the newest
 * @param project what the project is called
 * @param repository the team's repository; none for one of its own
 * @param depth how far the project goes into things
 * @param brief what is known already
 * @param people who takes part; the first starts the project
 * @param recording whose answers stand among what happens; none where nobody talks
 * @param beats what happens, in order
 */
public record Scenario(
    String file,
    String name,
    String workflow,
    @Nullable String version,
    String project,
    @Nullable String repository,
    Depth depth,
    @Nullable String brief,
    List<Actor> people,
    @Nullable Recording recording,
    List<Beat> beats) {

  public Scenario {
    people = List.copyOf(people);
    beats = List.copyOf(beats);
    if (people.isEmpty()) {
      throw new IllegalArgumentException("a scenario needs somebody in it");
    }
  }

  /** Whoever is called that. */
  public Optional<Actor> actor(String called) {
    return people.stream().filter(actor -> actor.name().equals(called)).findFirst();
  }

  /**
   * Somebody in a scenario.
   *
   * @param name what people call them
   * @param roles what their surface grants them
   * @param surface where they talk; all on one surface are in one channel
   */
  public record Actor(String name, Set<Role> roles, String surface) {
    public Actor {
      roles = Set.copyOf(roles);
    }
  }
}
