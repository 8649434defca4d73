package dev.aiwf.app;

import dev.aiwf.core.port.Operations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the doctor makes of what is kept. */
final class Kept {

  private static final int MOST_REASONS = 3;
  private static final Duration LONG = Duration.ofMinutes(5);

  private Kept() {}

  static List<Finding> of(Operations operations) {
    Operations.Health health = operations.health();
    List<Finding> found = new ArrayList<>();
    found.add(database(health));
    found.add(projects(operations.proofs()));
    found.add(work(health));
    if (health.held() > 0) {
      found.add(
          Finding.care(
              "held",
              health.held() + " effects wait for a word since a restore",
              "aiwf effects list shows them, aiwf effects release has them done."));
    }
    if (health.givenUp() > 0) {
      found.add(
          Finding.care(
              "given up",
              "%d effects could not be done: %s".formatted(health.givenUp(), reasons(operations)),
              "aiwf effects list says why, aiwf effects retry tries again."));
    }
    if (health.triedAgain() > 0) {
      found.add(
          Finding.good(
              "retries",
              health.triedAgain()
                  + " messages were tried again; where an answer was lost, one may stand twice"));
    }
    return found;
  }

  private static String reasons(Operations operations) {
    return operations.effects().stream()
        .filter(effect -> effect.state() == Operations.State.GIVEN_UP)
        .map(effect -> "%s: %s".formatted(effect.lane(), effect.error()))
        .distinct()
        .limit(MOST_REASONS)
        .collect(Collectors.joining(" "));
  }

  private static Finding database(Operations.Health health) {
    String hindrance = health.hindrance();
    if (hindrance != null) {
      return Finding.bad("database", hindrance, "Look at the disk or the server.");
    }
    return health.doubts().isEmpty()
        ? Finding.good("database", health.store() + ", keeps what it takes")
        : Finding.care("database", health.store(), String.join(" ", health.doubts()));
  }

  private static Finding projects(Operations.Proofs proofs) {
    int wrong = proofs.different().size() + proofs.broken().size();
    return wrong == 0
        ? Finding.good("projects", "%d, each as its journal says".formatted(proofs.projects()))
        : Finding.bad(
            "projects",
            "%d of %d are not as their journal says".formatted(wrong, proofs.projects()),
            "aiwf rebuild puts them right, and says which it can't.");
  }

  private static Finding work(Operations.Health health) {
    String says = "%d commands and %d effects wait".formatted(health.commands(), health.effects());
    return health.inboxAge().compareTo(LONG) > 0 || health.laneAge().compareTo(LONG) > 0
        ? Finding.care(
            "work",
            says
                + ", the oldest for %d minutes"
                    .formatted(
                        Math.max(health.inboxAge().toMinutes(), health.laneAge().toMinutes())),
            "Start the bot if it does not run; aiwf effects list says what holds effects up.")
        : Finding.good("work", says);
  }
}
