package dev.aiwf.core.turn;

import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When somebody is to be reminded of a gate: nothing that waits for people expires in silence. */
final class Reminders {

  private Reminders() {}

  /** The reminder that becomes due because a gate has begun to wait, or was reminded of. */
  static List<Effect> of(Workflow workflow, @Nullable Sidecar before, Sidecar after) {
    Optional<Situation> waits = waiting(workflow, after);
    if (waits.isEmpty()) {
      return List.of();
    }
    Situation here = waits.get();
    boolean waitedBefore =
        before != null
            && waiting(workflow, before)
                .filter(was -> was.visit().menu().equals(here.visit().menu()))
                .filter(was -> was.visit().reminded() == here.visit().reminded())
                .isPresent();
    Gate gate = here.step().gate();
    if (waitedBefore || gate == null) {
      return List.of();
    }
    List<Duration> reminders = after.team().policy(here.step(), gate).reminders();
    int next = here.visit().reminded();
    if (next >= reminders.size()) {
      return List.of();
    }
    // All count from when the gate began to wait; the one before was said when its time had come.
    Duration since = next == 0 ? Duration.ZERO : reminders.get(next - 1);
    Duration wait = reminders.get(next).minus(since);
    return List.of(
        new Effect.Remind(after.id(), here.visit().menu(), next + 1, after.updated().plus(wait)));
  }

  private static Optional<Situation> waiting(Workflow workflow, Sidecar sidecar) {
    return Situation.of(workflow, sidecar).filter(Situation::gateWaits);
  }
}
