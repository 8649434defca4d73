package dev.aiwf.core.guide;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Aside;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an answer stands: from what was asked over who answered it, and on what, to the commits that
 * have it.
 *
 * @param step where it was asked
 * @param ask what was asked
 * @param answer what was answered, when, and how that came about
 * @param by who answered it
 * @param messages the keys under which the message that it came with may stand, the likeliest first
 * @param grounds what it rests on, as far as that is answered
 * @param knowledge what of the knowledge base informed it
 * @param approvals the verdicts of gates that were signed with it standing
 * @param commits the commits of its step since then
 */
public record Chain(
    Step step,
    Ask ask,
    Answers.Answer answer,
    Person by,
    List<String> messages,
    List<Ground> grounds,
    List<String> knowledge,
    List<Approval> approvals,
    List<Repository.Commit> commits) {

  public Chain {
    messages = List.copyOf(messages);
    grounds = List.copyOf(grounds);
    knowledge = List.copyOf(knowledge);
    approvals = List.copyOf(approvals);
    commits = List.copyOf(commits);
  }

  /** Why an answer stands; none if there is no such ask, or it has no answer that counts. */
  public static Optional<Chain> of(Workflow workflow, Sidecar sidecar, String named) {
    return Aside.ask(workflow, named).flatMap(ask -> new Links(workflow, sidecar).to(ask));
  }

  /** Why each decision stands, in the order of the script. */
  public static List<Chain> decisions(Workflow workflow, Sidecar sidecar) {
    Links links = new Links(workflow, sidecar);
    return workflow.steps().stream()
        .flatMap(step -> step.asks().stream())
        .filter(ask -> ask.type() instanceof AskType.Decision)
        .flatMap(ask -> links.to(ask).stream())
        .toList();
  }

  /** What it is called in the log, if it is a decision. */
  public @Nullable String number() {
    return ask.type() instanceof AskType.Decision decision ? decision.number() : null;
  }

  /** Why, in the words of whoever decided it; none if it is no decision. */
  public @Nullable String rationale() {
    return answer.value() instanceof Value.Decision(_, var why) ? why : null;
  }

  /** Something that an answer rests on. */
  public record Ground(Ask ask, Value value) {}

  /**
   * What came of a gate.
   *
   * @param step the gate's
   * @param state all that happened there
   * @param verdict what came of it
   * @param decided when
   * @param signers who signed, in the order of the state's signatures
   */
  public record Approval(
      Step step, GateState state, Verdict verdict, Instant decided, List<Person> signers) {
    public Approval {
      signers = List.copyOf(signers);
    }
  }
}
