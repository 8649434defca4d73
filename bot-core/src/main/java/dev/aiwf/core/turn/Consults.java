package dev.aiwf.core.turn;

import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Way;
import dev.aiwf.core.rules.Consulting;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.core.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the knowledge base is asked: as a step begins, when an answer makes something worth asking,
 * when somebody wants it, and after an outage.
 */
final class Consults {

  /** How long to wait after each try that reached nobody. */
  private static final List<Duration> AGAIN =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12));

  private Consults() {}

  static List<Effect> entered(Workflow workflow, Sidecar after, String step) {
    List<Consult> consults = Consulting.toAsk(workflow, after, step);
    return consults.isEmpty()
        ? List.of()
        : List.of(new Effect.Consult(after.id(), step, consults, 1, null));
  }

  /** What answers given since make worth asking in the step where the project still is. */
  static List<Effect> answered(Workflow workflow, @Nullable Sidecar before, Sidecar after) {
    if (before == null || after.visitNumber() != before.visitNumber()) {
      return List.of();
    }
    return after
        .visit()
        .map(Way.Visit::step)
        .filter(step -> workflow.find(step).isPresent())
        .map(step -> {
          List<Consult> consults = new ArrayList<>(Consulting.toAsk(workflow, after, step));
          consults.removeIf(consult -> consult.when() == null);
          consults.removeAll(Consulting.toAsk(workflow, before, step));
          return consults.isEmpty()
              ? List.<Effect>of()
              : List.<Effect>of(new Effect.Consult(after.id(), step, consults, 1, null));
        })
        .orElse(List.of());
  }

  static List<Effect> wanted(Sidecar after, Fact.ConsultWanted wanted) {
    return List.of(
        new Effect.Consult(after.id(), wanted.step(), Consulting.about(wanted.about()), 1, null));
  }

  static List<Effect> missed(Sidecar after, Entry entry, Fact.KnowledgeMissed missed) {
    return missed.tries() > AGAIN.size()
        ? List.of()
        : List.of(
            new Effect.Consult(
                after.id(),
                missed.step(),
                missed.consults(),
                missed.tries() + 1,
                entry.at().plus(AGAIN.get(missed.tries() - 1))));
  }
}
