package dev.aiwf.core.workflow;

import dev.aiwf.core.people.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A checklist with approvers.
 *
 * @param title what people call it
 * @param items what must be true for a GO
 * @param policy who must sign
 */
public record Gate(String title, List<Item> items, Policy policy) {

  public Gate {
    items = List.copyOf(items);
  }

  /**
   * One line of the checklist.
   *
   * @param id its name in the pack
   * @param group what it stands under
   * @param text what is to be true
   */
  public record Item(String id, String group, String text) {}

  /**
   * Who must sign.
   *
   * @param approvals how many different people
   * @param roles in which roles
   * @param initiatorCounts whether whoever started the project counts among them
   * @param reminders how long after the gate began to wait somebody is reminded, each once
   */
  public record Policy(
      int approvals, Set<Role> roles, boolean initiatorCounts, List<Duration> reminders) {
    public Policy {
      roles = Set.copyOf(roles);
      reminders = List.copyOf(reminders);
    }

    /** A policy that reminds nobody. */
    public Policy(int approvals, Set<Role> roles, boolean initiatorCounts) {
      this(approvals, roles, initiatorCounts, List.of());
    }

    /** Whether whoever may pass by this one could also pass by the other. */
    public boolean atLeastAsStrictAs(Policy other) {
      return approvals >= other.approvals
          && other.roles.containsAll(roles)
          && (other.initiatorCounts || !initiatorCounts);
    }
  }
}
