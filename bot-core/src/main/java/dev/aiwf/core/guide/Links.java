package dev.aiwf.core.guide;

import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Way;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Follows an answer to everything that belongs to it. */
record Links(Workflow workflow, Sidecar sidecar) {

  Optional<Chain> to(Ask ask) {
    Known known = Known.of(workflow, sidecar.answers());
    return known
        .answer(ask.id())
        .flatMap(answer -> workflow.stepOf(ask.id()).map(step -> chain(known, step, ask, answer)));
  }

  private Chain chain(Known known, Step step, Ask ask, Answers.Answer answer) {
    return new Chain(
        step,
        ask,
        answer,
        sidecar.person(answer.by()),
        messages(step, ask, answer),
        grounds(known, ask),
        ask.type() instanceof AskType.Decision decision && decision.reference() != null
            ? List.of(decision.reference())
            : List.of(),
        approvals(step, answer.at()),
        commits(step, answer.at()));
  }

  /** What a person typed comes first; an answer by a button or a form shows where it was asked. */
  private List<String> messages(Step step, Ask ask, Answers.Answer answer) {
    Stream<String> visits =
        sidecar.way().visits().reversed().stream()
            .filter(visit -> visit.step().equals(step.id()))
            .filter(visit -> !visit.entered().isAfter(answer.at()))
            .map(Way.Visit::number)
            .map(visit -> MessageKeys.ask(visit, ask.id()));
    return Stream.concat(
            Stream.of(
                MessageKeys.said(answer.command()),
                MessageKeys.recorded(answer.command()),
                MessageKeys.reply(answer.command())),
            visits)
        .toList();
  }

  private List<Chain.Ground> grounds(Known known, Ask ask) {
    List<String> names =
        ask.type() instanceof AskType.Decision decision ? decision.restsOn() : List.of();
    return names.stream()
        .flatMap(name -> workflow.ask(name).stream())
        .flatMap(ground ->
            known.answer(ground.id()).stream()
                .map(given -> new Chain.Ground(ground, given.value())))
        .toList();
  }

  /** A gate vouches for what stood when it was signed, in its own step or before it. */
  private List<Chain.Approval> approvals(Step step, Instant since) {
    List<Chain.Approval> approvals = new ArrayList<>();
    for (Step at : workflow.steps()) {
      GateState state = sidecar.gate(at.id());
      Verdict verdict = state.verdict();
      Instant decided = state.decided();
      if (verdict != null
          && decided != null
          && !decided.isBefore(since)
          && !workflow.before(at.id(), step.id())) {
        approvals.add(
            new Chain.Approval(
                at,
                state,
                verdict,
                decided,
                state.signatures().stream()
                    .map(signature -> sidecar.person(signature.by()))
                    .toList()));
      }
    }
    return approvals;
  }

  private List<Repository.Commit> commits(Step step, Instant since) {
    return sidecar.repository().commits().stream()
        .filter(commit -> commit.step().equals(step.id()))
        .filter(commit -> !commit.at().isBefore(since))
        .toList();
  }
}
