package dev.aiwf.core.rules;

import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Going on from what lies in the repository, or beginning anew beside it. */
final class Resuming {

  private Resuming() {}

  static Outcome takeUp(Workflow workflow, Sidecar sidecar, Command command, String head) {
    return found(
        sidecar,
        head,
        found -> {
          if (found.content().empty()) {
            return Outcome.conflict(
                "There is nothing in it that could be taken up. Begin anew, or put it right and"
                    + " start the project under another name.");
          }
          Fact imported = new Fact.Imported(found.content());
          Entry entry =
              new Entry(
                  sidecar.number() + 1,
                  imported,
                  command.sender().id(),
                  command.at(),
                  command.id());
          Sidecar then = Evolve.evolve(sidecar.id(), sidecar, entry);
          List<Fact> facts = new ArrayList<>();
          facts.add(imported);
          facts.addAll(opened(workflow, then, found.place()));
          return Outcome.of(facts);
        });
  }

  static Outcome beginAnew(Workflow workflow, Sidecar sidecar, String head) {
    return found(
        sidecar,
        head,
        found -> {
          List<Fact> facts = new ArrayList<>();
          facts.add(new Fact.BegunAnew(found.content().source()));
          facts.addAll(opened(workflow, sidecar, found.place()));
          return Outcome.of(facts);
        });
  }

  /** From its repository to the first stop that is not behind the project. */
  static List<Fact> opened(Workflow workflow, Sidecar sidecar, Repository.Place place) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.RepositoryOpened(place.address(), place.branch(), place.folder()));
    facts.addAll(Onward.from(workflow, sidecar, Optional.of(workflow.first())));
    return facts;
  }

  private static Outcome found(Sidecar sidecar, String head, What what) {
    Repository.Found found = sidecar.repository().found();
    if (found == null) {
      return Outcome.conflict("That is settled already; nothing changed now.");
    }
    if (sidecar.status() != Status.OPENING) {
      return Outcome.conflict("The project is " + Words.status(sidecar.status()) + ".");
    }
    Import.Source source = found.content().source();
    return source.head().equals(head)
        ? what.comes(found)
        : Outcome.conflict("It was written once more since then. Look at it as it stands now.");
  }

  private interface What {
    Outcome comes(Repository.Found found);
  }
}
