package dev.aiwf.core.guide;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Proposal;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.project.Team;
import dev.aiwf.core.project.Way;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The messages that a state calls for, by key. What a command changes in the channel is the
 * difference between what stood before and what stands after, so a message is redrawn exactly when
 * what it shows has changed.
 */
final class Standing {

  private Standing() {}

  /** The status line, and what belongs to these visits. */
  static Map<String, Content> of(Workflow workflow, Sidecar sidecar, Set<Integer> visits) {
    Map<String, Content> standing = new LinkedHashMap<>();
    Known known = Known.of(workflow, sidecar.answers());
    standing.put(MessageKeys.STATUS, StatusLine.of(workflow, sidecar, known));
    Repository.Found found = sidecar.repository().found();
    if (found != null && sidecar.status() == Status.OPENING) {
      standing.put(MessageKeys.FOUND, FoundMessages.offer(workflow, sidecar, found));
    }
    standing.putAll(conditions(workflow, sidecar));
    for (Repository.Collision collision : sidecar.repository().collisions()) {
      standing.put(
          MessageKeys.collision(collision.path()),
          RepositoryMessages.collision(sidecar, collision));
    }
    for (Team.Asking asking : sidecar.team().asking()) {
      standing.put(MessageKeys.joining(asking.id()), JoinMessages.asks(sidecar, asking));
    }
    for (Proposal proposal : sidecar.remarks().proposals()) {
      standing.put(
          MessageKeys.proposal(
              proposal.id(), ProposalMessages.moved(sidecar.conversation(), proposal)),
          ProposalMessages.proposal(workflow, sidecar, proposal));
    }
    for (Way.Visit visit : sidecar.way().visits()) {
      if (visits.contains(visit.number())) {
        Step step = workflow.step(visit.step());
        standing.putAll(of(new Situation(workflow, sidecar, visit, step, known)));
      }
    }
    return standing;
  }

  /** What gates were passed under stays in sight until it is met. */
  private static Map<String, Content> conditions(Workflow workflow, Sidecar sidecar) {
    Map<String, Content> standing = new LinkedHashMap<>();
    for (Step step : workflow.steps()) {
      GateState gate = sidecar.gate(step.id());
      if (!gate.conditions().isEmpty()) {
        standing.put(
            MessageKeys.conditions(step.id()), WarningMessages.conditions(sidecar, step, gate));
      }
    }
    return standing;
  }

  private static Map<String, Content> of(Situation here) {
    Map<String, Content> standing = new LinkedHashMap<>();
    int visit = here.visit().number();
    boolean current = here.visit().equals(here.sidecar().way().visits().getLast());
    boolean live =
        current && here.visit().answered() == null && here.sidecar().status() == Status.IN_PROGRESS;
    standing.put(MessageKeys.visit(visit), StepMessages.opening(here, live));
    FindingMessages.step(here)
        .ifPresent(content -> standing.put(MessageKeys.findings(visit), content));
    for (Ask ask : here.asks()) {
      if (here.sidecar().answers().settled(ask.id())) {
        standing.put(MessageKeys.ask(visit, ask.id()), AskMessages.answered(here, ask, live));
      }
    }
    for (Answers.Change change : here.sidecar().answers().changes()) {
      if (current && AskMessages.asksOf(here.sidecar(), change).size() > 1) {
        standing.put(
            MessageKeys.recorded(change.command()), AskMessages.recorded(here, change, live));
      }
    }
    if (current) {
      here.warnings()
          .forEach(warning ->
              standing.put(
                  MessageKeys.warning(warning.id()), WarningMessages.warning(here, warning)));
    }
    if (here.step().passing()) {
      return standing;
    }
    if (!live) {
      if (here.visit().answered() != null) {
        standing.put(
            MessageKeys.menu(visit, here.visit().shown()), StepMessages.answeredMenu(here));
      }
      if (here.step().gate() != null && !here.gate().signatures().isEmpty()) {
        standing.put(MessageKeys.gate(visit, here.visit().shown()), GateMessages.gate(here, false));
      }
      return standing;
    }
    if (here.next().isPresent()) {
      if (here.sidecar().conversation().leads()) {
        AgendaMessages.open(here)
            .ifPresent(
                content -> standing.put(MessageKeys.agenda(visit, here.visit().shown()), content));
        return standing;
      }
      Ask next = here.next().get();
      standing.put(MessageKeys.ask(visit, next.id()), AskMessages.open(here, next));
      return standing;
    }
    if (here.step().gate() != null) {
      standing.put(MessageKeys.gate(visit, here.visit().shown()), GateMessages.gate(here, true));
    }
    if (here.step().gate() == null || here.gate().verdict() != null) {
      standing.put(MessageKeys.menu(visit, here.visit().shown()), StepMessages.menu(here));
    }
    return standing;
  }
}
