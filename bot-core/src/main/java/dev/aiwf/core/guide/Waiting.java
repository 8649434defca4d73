package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;
import static dev.aiwf.core.guide.Say.who;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import java.util.List;
import java.util.Optional;

/** Who is waited for in a project, and for what. */
public final class Waiting {

  private Waiting() {}

  /** Those without whom it does not go on; nobody where nothing is waited for. */
  public static List<PersonId> people(Sidecar sidecar, Optional<Situation> here) {
    if (sidecar.status() == Status.OPENING && sidecar.repository().found() != null) {
      return List.of(sidecar.team().owner());
    }
    return here.filter(h -> h.waitsFor().isPresent()).map(Situation::waitedFor).orElse(List.of());
  }

  /** Names them once more, because somebody wants them to be named. */
  static Content reminder(Sidecar sidecar, Optional<Situation> here) {
    if (here.filter(Situation::gateWaits).isPresent()) {
      return GateMessages.reminder(here.get());
    }
    List<PersonId> people = people(sidecar, here);
    if (people.isEmpty()) {
      return Content.of(
          "Nobody is waited for; the project is %s.".formatted(Words.status(sidecar.status())));
    }
    return Content.of(
        strong("Still waiting "),
        plain("for "),
        who(sidecar, people.getFirst()),
        plain(": " + here.flatMap(Situation::waitsFor).orElse("a choice") + "."));
  }
}
