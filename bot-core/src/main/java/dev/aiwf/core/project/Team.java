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
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a project, and where.
 *
 * @param initiator who started it; stays, whoever owns it later
 * @param owner whose project it is
 * @param members everybody who ever did something in it
 * @param channels where it is talked about
 * @param policies who must sign, by the gate's step, where the owner made it stricter
 * @param levels how much is seen in a channel, where that is not everything
 * @param asking who asked to be let in and waits for the owner's word
 * @param lost why nothing can be shown in a channel just now, where that is so
 */
public record Team(
    PersonId initiator,
    PersonId owner,
    Map<PersonId, Member> members,
    List<ChannelId> channels,
    Map<String, Stricter> policies,
    Map<ChannelId, Level> levels,
    List<Asking> asking,
    Map<ChannelId, String> lost) {

  public Team {
    members = Ordered.copy(members);
    channels = List.copyOf(channels);
    policies = Ordered.copy(policies);
    levels = Ordered.copy(levels);
    asking = List.copyOf(asking);
    lost = Ordered.copy(lost);
  }

  /** A team of one, who has just begun. */
  static Team of(PersonId initiator) {
    return new Team(
        initiator, initiator, Map.of(), List.of(), Map.of(), Map.of(), List.of(), Map.of());
  }

  /** How much of the project is seen in this channel. */
  public Level level(ChannelId channel) {
    return levels.getOrDefault(channel, Level.EVERYTHING);
  }

  /** Whether something can be shown in this channel, as far as known. */
  public boolean reaches(ChannelId channel) {
    return channels.contains(channel) && !lost.containsKey(channel);
  }

  /** Who asked under that name and still waits. */
  public Optional<Asking> asking(String id) {
    return asking.stream().filter(each -> each.id().equals(id)).findFirst();
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
    return with(owner, Ordered.with(members, person.id(), known));
  }

  Team assigned(Person person, Role role) {
    Team all = member(person.id()).isPresent() ? this : seen(person);
    Member member = all.members.get(person.id());
    return member == null || role == Role.OWNER
        ? with(person.id(), all.members)
        : with(owner, Ordered.with(all.members, person.id(), member.with(role)));
  }

  private Team with(PersonId owning, Map<PersonId, Member> known) {
    return new Team(initiator, owning, known, channels, policies, levels, asking, lost);
  }

  Team joined(ChannelId channel) {
    return new Team(
        initiator,
        owner,
        members,
        Ordered.withOnce(channels, channel),
        policies,
        levels,
        asking,
        Ordered.without(lost, channel));
  }

  Team stricter(String step, Stricter policy) {
    return new Team(
        initiator,
        owner,
        members,
        channels,
        Ordered.with(policies, step, policy),
        levels,
        asking,
        lost);
  }

  Team following(ChannelId channel, Level level) {
    return new Team(
        initiator,
        owner,
        members,
        channels,
        policies,
        Ordered.with(levels, channel, level),
        asking,
        lost);
  }

  Team asked(Asking who) {
    return new Team(
        initiator, owner, members, channels, policies, levels, Ordered.with(asking, who), lost);
  }

  Team answered(String id) {
    return new Team(
        initiator,
        owner,
        members,
        channels,
        policies,
        levels,
        asking.stream().filter(each -> !each.id().equals(id)).toList(),
        lost);
  }

  Team lost(ChannelId channel, String reason) {
    return new Team(
        initiator,
        owner,
        members,
        channels,
        policies,
        levels,
        asking,
        Ordered.with(lost, channel, reason));
  }

  /**
   * Somebody from elsewhere who wants to take part.
   *
   * @param id names the request
   * @param person who; no member yet
   * @param channel where they want to; none for somebody without a channel
   * @param where what people call that place
   */
  public record Asking(
      String id, Person person, @Nullable ChannelId channel, String where, Instant at) {}

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
