package dev.aiwf.core.rules;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Which roles somebody has in a project. */
final class Roles {

  private Roles() {}

  /** What the surface grants, what the project gave, and what follows from being the owner. */
  static Set<Role> of(Sidecar sidecar, Sender.Human sender) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    // What a channel grants, it grants to those in it, and not from another channel.
    if (sender.channel() == null || sidecar.team().channels().contains(sender.channel())) {
      roles.addAll(sender.roles());
    }
    Stream.concat(Stream.of(sender.id()), sender.also().stream())
        .flatMap(person -> sidecar.team().member(person).stream())
        .forEach(member -> roles.addAll(member.roles()));
    if (sender.is(sidecar.team().owner())) {
      roles.add(Role.OWNER);
    }
    if (!roles.isEmpty()) {
      roles.add(Role.CONTRIBUTOR);
    }
    return roles;
  }

  static boolean has(Sidecar sidecar, Sender.Human sender, Role role) {
    return of(sidecar, sender).contains(role);
  }
}
