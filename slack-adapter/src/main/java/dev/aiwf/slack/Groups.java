package dev.aiwf.slack;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Sidecar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * User groups that were given a role: whoever is in one of them when they click has its role then.
 * Who is in a group is asked of Slack and kept for a few minutes.
 */
final class Groups {

  private static final Logger LOG = LoggerFactory.getLogger(Groups.class);

  private static final Duration KEPT = Duration.ofMinutes(5);

  private final SlackApi api;
  private final InstantSource clock;
  private final Map<String, Members> known = new ConcurrentHashMap<>();

  private record Members(Set<String> users, Instant until) {}

  Groups(SlackApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** The roles that somebody has in a project by being in a group. */
  Set<Role> roles(Sidecar sidecar, String team, String user) {
    String groups = Asker.person(team, "S").value();
    Set<Role> roles = EnumSet.noneOf(Role.class);
    sidecar
        .team()
        .members()
        .forEach((person, member) -> {
          if (person.value().startsWith(groups)
              && !member.roles().isEmpty()
              && members(group(person)).contains(user)) {
            roles.addAll(member.roles());
          }
        });
    return roles;
  }

  private static String group(PersonId person) {
    return person.value().substring(person.value().lastIndexOf(':') + 1);
  }

  private Set<String> members(String group) {
    Members members = known.get(group);
    if (members != null && clock.instant().isBefore(members.until())) {
      return members.users();
    }
    try {
      // Somebody waits for their click to be taken.
      List<String> users =
          api.askAtOnce(slack -> slack.usergroupsUsersList(r -> r.usergroup(group))).getUsers();
      Members now = new Members(Set.copyOf(users), clock.instant().plus(KEPT));
      known.put(group, now);
      return now.users();
    } catch (NotNow e) {
      LOG.info("Who is in a user group could not be looked up: {}", e.getMessage());
      // What held a moment ago is better than that nobody may sign.
      return members == null ? Set.of() : members.users();
    } catch (NotEver e) {
      LOG.warn("Who is in a user group can't be looked up: {}", e.getMessage());
      return Set.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Set.of();
    }
  }
}
