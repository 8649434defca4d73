package dev.aiwf.web.api;

import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Team;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who must sign a gate, as it holds in this project. */
record PolicyView(
    int approvals, List<String> roles, boolean initiatorCounts, @Nullable Stricter stricter) {

  static PolicyView of(Sidecar sidecar, Step step, Gate gate) {
    Gate.Policy policy = sidecar.team().policy(step, gate);
    Team.Stricter stricter = sidecar.team().policies().get(step.id());
    return new PolicyView(
        policy.approvals(),
        policy.roles().stream().sorted().map(role -> KebabCase.of(role.name())).toList(),
        policy.initiatorCounts(),
        stricter == null
            ? null
            : new Stricter(stricter.reason(), stricter.by().value(), stricter.at()));
  }

  /** Why it is stricter than the workflow says. */
  record Stricter(String reason, String by, Instant at) {}
}
