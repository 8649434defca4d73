package dev.aiwf.core.project;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.workflow.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was ticked and signed at a gate.
 *
 * @param checks the ticked items
 * @param signatures who signed what; a later one of the same person replaces the earlier
 * @param verdict what it came to; none while signatures are missing
 * @param conditions what must still be done, where the verdict is CONDITIONAL
 * @param selfApproved whether only the initiator signed
 * @param decided when
 * @param met the conditions that were met since
 */
public record GateState(
    Map<String, Check> checks,
    List<Signature> signatures,
    @Nullable Verdict verdict,
    List<String> conditions,
    boolean selfApproved,
    @Nullable Instant decided,
    Map<String, Met> met) {

  /** A gate at which nothing has happened yet. */
  public static final GateState UNTOUCHED =
      new GateState(Map.of(), List.of(), null, List.of(), false, null, Map.of());

  public GateState {
    checks = Ordered.copy(checks);
    signatures = List.copyOf(signatures);
    conditions = List.copyOf(conditions);
    met = Ordered.copy(met);
  }

  /** The conditions that still wait to be met. */
  public List<String> unmet() {
    return conditions.stream().filter(condition -> !met.containsKey(condition)).toList();
  }

  /** What a person signed, counting only their last signature. */
  public List<Signature> signaturesOf(PersonId person) {
    return signatures.stream().filter(signature -> signature.persons().contains(person)).toList();
  }

  GateState checked(String item, Check check) {
    return withChecks(Ordered.with(checks, item, check));
  }

  GateState unchecked(String item) {
    return withChecks(Ordered.without(checks, item));
  }

  GateState signed(Signature signature) {
    List<Signature> all =
        Stream.concat(
                signatures.stream().filter(other -> !other.sameHand(signature)),
                Stream.of(signature))
            .toList();
    return new GateState(checks, all, verdict, conditions, selfApproved, decided, met);
  }

  GateState decided(Fact.GateDecided fact, Instant at) {
    return new GateState(
        checks, signatures, fact.verdict(), fact.conditions(), fact.selfApproved(), at, Map.of());
  }

  GateState conditionMet(String condition, Met how) {
    return new GateState(
        checks,
        signatures,
        verdict,
        conditions,
        selfApproved,
        decided,
        Ordered.with(met, condition, how));
  }

  /** Whoever vouched for an item did so for what has changed since. */
  GateState voided() {
    return UNTOUCHED;
  }

  private GateState withChecks(Map<String, Check> changed) {
    return new GateState(changed, signatures, verdict, conditions, selfApproved, decided, met);
  }

  /** What shows that a condition was met. */
  public record Met(String how, PersonId by, Instant at) {}

  /** Who vouched for an item, and when. */
  public record Check(PersonId by, Instant at) {}

  /**
   * What one person signed.
   *
   * @param also who the same human was known to be elsewhere
   */
  public record Signature(
      PersonId by,
      Instant at,
      Verdict verdict,
      @Nullable String reason,
      List<String> conditions,
      @Nullable String returnTo,
      List<PersonId> also) {
    public Signature {
      conditions = List.copyOf(conditions);
      also = List.copyOf(also);
    }

    /** Everybody whom this human was known to be. */
    public Set<PersonId> persons() {
      return Stream.concat(Stream.of(by), also.stream())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean sameHand(Signature other) {
      return !Collections.disjoint(persons(), other.persons());
    }
  }
}
