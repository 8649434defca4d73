package dev.aiwf.core.project;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who takes part in a project, and where.
 *
 * @param initiator who started it; stays, whoever owns it later
 * @param owner whose project it is
 * @param members everybody who ever did something in it
 * @param channels where it is talked about
 * @param policies who must sign, by the gate's step, where the owner made it stricter
 */
public record Team(
    PersonId initiator,
    PersonId owner,
    Map<PersonId, Member> members,
    List<ChannelId> channels,
    Map<String, Stricter> policies) {

  public Team {
    members = Ordered.copy(members);
    channels = List.copyOf(channels);
    policies = Ordered.copy(policies);
  }

  /** Who must sign a gate: as the pack says, unless the owner made it stricter. */
  public Gate.Policy policy(Step step, Gate gate) {
    Stricter stricter = policies.get(step.id());
    return stricter == null ? gate.policy() : stricter.policy();
  }

  /** What the project knows of a person, if anything. */
  public Optional<Member> member(PersonId person) {
    return Optional.ofNullable(members.get(person));
  }

  /** What a person is called, as far as known. */
  public String nameOf(PersonId person) {
    return member(person).map(Member::name).orElse(person.value());
  }

  Team seen(Person person) {
    Member known =
        new Member(
            person.name(),
            person.verified(),
            member(person.id()).map(Member::roles).orElse(Set.of()));
    return new Team(
        initiator, owner, Ordered.with(members, person.id(), known), channels, policies);
  }

  Team assigned(Person person, Role role) {
    Team all = member(person.id()).isPresent() ? this : seen(person);
    Member member = all.members.get(person.id());
    if (member == null || role == Role.OWNER) {
      return new Team(initiator, person.id(), all.members, channels, policies);
    }
    return new Team(
        initiator,
        owner,
        Ordered.with(all.members, person.id(), member.with(role)),
        channels,
        policies);
  }

  Team joined(ChannelId channel) {
    return new Team(initiator, owner, members, Ordered.withOnce(channels, channel), policies);
  }

  Team stricter(String step, Stricter policy) {
    return new Team(initiator, owner, members, channels, Ordered.with(policies, step, policy));
  }

  /** A gate's policy that is stricter than the pack's, and why. */
  public record Stricter(Gate.Policy policy, String reason, PersonId by, Instant at) {}

  /**
   * What a project knows of a person.
   *
   * @param name how people call them
   * @param verified whether a platform or a token vouches for them
   * @param roles what they were given in this project, beyond what their surface grants
   */
  public record Member(String name, boolean verified, Set<Role> roles) {
    public Member {
      roles = Set.copyOf(roles);
    }

    Member with(Role role) {
      Set<Role> more = new TreeSet<>(roles);
      more.add(role);
      return new Member(name, verified, more);
    }
  }
}
