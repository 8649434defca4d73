package dev.aiwf.core.guide;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Reader;
import dev.aiwf.core.rules.Reading;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads what was filled into a form. */
final class Submissions {

  private Submissions() {}

  static Submission read(Situation here, FormRef ref, Map<String, String> values) {
    return switch (ref) {
      case FormRef.Asks asks -> readAsks(here, asks, values);
      case FormRef.Decide(var ask, var option) ->
          checked(
              here,
              Map.of(ask, new Input.Decision(option, values.getOrDefault(Forms.REASON, ""))),
              _ -> Forms.REASON);
      case FormRef.Sign(var verdict) -> readSign(here, verdict, values);
      case FormRef.Revise revise -> RemarkForms.readRevise(here, revise, values);
      case FormRef.Acknowledge(var warning) ->
          RemarkForms.readOne(values, text -> new Action.Acknowledge(warning, text));
      case FormRef.Consult _ -> RemarkForms.readOne(values, Action.Consult::new);
      case FormRef.Brief _ -> RemarkForms.readOne(values, Action.GiveBrief::new);
      case FormRef.Note(var ask, var method) ->
          RemarkForms.readOne(values, text -> new Action.Note(ask, method, text));
      case FormRef.Meet(var step, var condition) ->
          RemarkForms.readOne(values, text -> new Action.Meet(step, condition, text));
      case FormRef.Policy policy -> RemarkForms.readPolicy(policy, values);
    };
  }

  /** A field whose ask somebody else answered meanwhile says so, rather than overwriting it. */
  private static Submission readAsks(Situation here, FormRef.Asks ref, Map<String, String> values) {
    Map<String, Input> answers = new LinkedHashMap<>();
    Map<String, Input> again = new LinkedHashMap<>();
    Map<String, String> meanwhile = new LinkedHashMap<>();
    String reason =
        Forms.isOfOneDecision(Forms.wanted(here, ref)) ? values.getOrDefault(Forms.REASON, "") : "";
    for (Ask ask : here.asks()) {
      String typed = values.getOrDefault(ask.id(), "");
      boolean meant = ref.asks().isEmpty() || ref.asks().contains(ask.id());
      if (meant && !typed.isBlank()) {
        here.sidecar()
            .answers()
            .to(ask.id())
            .filter(answer -> !answer.stale())
            .ifPresentOrElse(
                answer -> {
                  if (same(ask, typed, answer)) {
                    again.put(ask.id(), new Input.Text(typed));
                  } else {
                    meanwhile.put(
                        ask.id(),
                        Words.answered(here.sidecar(), ask, answer)
                            + " Empty the field to keep that.");
                  }
                },
                () -> answers.put(ask.id(), input(typed, reason)));
      }
    }
    if (!meanwhile.isEmpty()) {
      return new Submission.Wrong(meanwhile);
    }
    if (answers.isEmpty() && !again.isEmpty()) {
      // The same form, delivered again: the inbox knows it, and if not, the turn says what stands.
      return new Submission.Ready(Action.Answer.ofOpen(again));
    }
    if (answers.isEmpty()) {
      return Forms.wanted(here, ref).stream()
          .findFirst()
          .<Submission>map(
              ask -> new Submission.Wrong(Map.of(ask.id(), "Fill in at least one field.")))
          .orElseGet(() -> new Submission.Ready(Action.Answer.ofOpen(answers)));
    }
    return checked(here, answers, ask -> ask);
  }

  private static Input input(String typed, String reason) {
    return reason.isBlank() ? new Input.Text(typed) : new Input.Decision(typed, reason);
  }

  private static boolean same(Ask ask, String typed, Answers.Answer answer) {
    return Reader.read(ask, new Input.Text(typed)) instanceof Reading.Understood(var value)
        && value.equals(answer.value());
  }

  private static Submission checked(
      Situation here, Map<String, Input> answers, UnaryOperator<String> fieldOf) {
    Map<String, String> errors = new LinkedHashMap<>();
    answers.forEach((id, input) ->
        here.step()
            .ask(id)
            .ifPresent(ask -> {
              if (Reader.read(ask, input) instanceof Reading.NotUnderstood(var why)) {
                errors.put(fieldOf.apply(id), why);
              }
            }));
    return errors.isEmpty()
        ? new Submission.Ready(Action.Answer.ofOpen(answers))
        : new Submission.Wrong(errors);
  }

  private static Submission readSign(Situation here, Verdict verdict, Map<String, String> values) {
    String reason = Clean.lines(values.getOrDefault(Forms.REASON, ""));
    List<String> conditions =
        values.getOrDefault(Forms.CONDITIONS, "").lines().filter(line -> !line.isBlank()).toList();
    Map<String, String> errors = new LinkedHashMap<>();
    if (verdict == Verdict.NO_GO && reason.isEmpty()) {
      errors.put(Forms.REASON, "NO-GO needs a reason.");
    }
    if (verdict == Verdict.CONDITIONAL && conditions.isEmpty()) {
      errors.put(Forms.CONDITIONS, "CONDITIONAL needs at least one condition.");
    }
    String returnTo = values.get(Forms.RETURN_TO);
    if (verdict == Verdict.NO_GO && (returnTo == null || returnTo.isEmpty())) {
      errors.put(Forms.RETURN_TO, "Say which step it goes back to.");
    }
    return errors.isEmpty()
        ? new Submission.Ready(
            new Action.Sign(
                verdict,
                reason.isEmpty() ? null : reason,
                conditions,
                returnTo,
                here.visit().menu()))
        : new Submission.Wrong(errors);
  }
}
