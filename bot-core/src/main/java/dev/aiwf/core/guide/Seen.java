package dev.aiwf.core.guide;

import dev.aiwf.core.project.Level;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Workflow;
import java.util.Set;

/**
 * Which messages are seen at which level. What is asked and answered on the way is everything's.
 */
public final class Seen {

  private static final Set<String> GATES = Set.of("status", "gate", "conditions");
  private static final Set<String> MILESTONES =
      Set.of("visit", "menu", "proposal", "joining", "found", "collision");

  private Seen() {}

  /** Whether the message of that key is seen at that level. */
  public static boolean at(Level level, Workflow workflow, Sidecar sidecar, String key) {
    String kind = key.contains(":") ? key.substring(0, key.indexOf(':')) : key;
    return switch (level) {
      case EVERYTHING -> true;
      case MILESTONES ->
          GATES.contains(kind)
              || MILESTONES.contains(kind)
              || (kind.equals("ask") && decided(workflow, sidecar, key));
      case GATES -> GATES.contains(kind);
    };
  }

  private static boolean decided(Workflow workflow, Sidecar sidecar, String key) {
    String ask = key.substring(key.lastIndexOf(':') + 1);
    return sidecar.answers().settled(ask)
        && workflow.ask(ask).filter(known -> known.type() instanceof AskType.Decision).isPresent();
  }
}
