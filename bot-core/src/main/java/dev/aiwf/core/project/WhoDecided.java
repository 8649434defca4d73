package dev.aiwf.core.project;

import static dev.aiwf.core.project.Ordered.fields;
import static dev.aiwf.core.project.SidecarView.date;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.core.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a sidecar that say who took which decision, who signed, and in which role.
 *
 * @param workflow the script
 * @param sidecar the state
 */
record WhoDecided(Workflow workflow, Sidecar sidecar) {

  /** In the order of the script. */
  List<Map<String, @Nullable Object>> decisions() {
    List<Map<String, @Nullable Object>> decisions = new ArrayList<>();
    Known known = Known.of(workflow, sidecar.answers());
    for (Step step : workflow.steps()) {
      for (Ask ask : step.asks()) {
        Answers.Answer answer = known.answer(ask.id()).orElse(null);
        if (answer != null
            && ask.type() instanceof AskType.Decision type
            && answer.value() instanceof Value.Decision value) {
          decisions.add(decision(step, ask, type, answer, value));
        }
      }
    }
    return decisions;
  }

  private Map<String, @Nullable Object> decision(
      Step step, Ask ask, AskType.Decision type, Answers.Answer answer, Value.Decision value) {
    return fields(
        "id", type.number(),
        "ask", ask.id(),
        "choice", value.choice(),
        "rationale", value.rationale(),
        "knowledge_ref", type.reference(),
        "rests_on_knowledge", sidecar.references(ask).stream().map(Finding::id).toList(),
        "phase", step.phase(),
        "date", date(answer.at()),
        "by", answer.by().value(),
        "stale_because", answer.staleBecause(),
        "notes", sidecar.remarks().notesOn(ask.id()).stream().map(WhoDecided::note).toList());
  }

  private static Map<String, @Nullable Object> note(Remarks.Note note) {
    return fields(
        "method", note.method(),
        "text", note.text(),
        "date", date(note.at()),
        "by", note.by().value());
  }

  /** How warnings will be met, in the order in which it was said. */
  List<Map<String, @Nullable Object>> acknowledged() {
    List<Map<String, @Nullable Object>> acknowledged = new ArrayList<>();
    sidecar
        .remarks()
        .met()
        .forEach((warning, met) ->
            acknowledged.add(
                fields(
                    "id", warning,
                    "date", date(met.at()),
                    "mitigation", met.mitigation(),
                    "by", met.by().value())));
    return acknowledged;
  }

  /** The last gate of the script at which something happened; an empty one before the first. */
  Map<String, @Nullable Object> gate() {
    GateState gate = GateState.UNTOUCHED;
    String at = null;
    for (Step step : workflow.steps()) {
      if (!sidecar.gate(step.id()).equals(GateState.UNTOUCHED)) {
        gate = sidecar.gate(step.id());
        at = step.id();
      }
    }
    Verdict verdict = gate.verdict();
    Instant decided = gate.decided();
    return fields(
        "step", at,
        "decision", verdict == null ? null : verdict.label(),
        "date", decided == null ? null : date(decided),
        "conditions", gate.conditions(),
        "conditions_met", List.copyOf(gate.met().keySet()),
        "self_approved", gate.selfApproved(),
        "checked", List.copyOf(gate.checks().keySet()),
        "approvals", gate.signatures().stream().map(this::approval).toList());
  }

  private Map<String, @Nullable Object> approval(GateState.Signature signature) {
    return fields(
        "person", signature.by().value(),
        "name", sidecar.nameOf(signature.by()),
        "verdict", signature.verdict().label(),
        "reason", signature.reason(),
        "conditions", signature.conditions(),
        "date", date(signature.at()));
  }

  /** Everybody the project knows, in the order in which they came. */
  Map<String, @Nullable Object> roles() {
    Map<String, @Nullable Object> roles = new LinkedHashMap<>();
    sidecar
        .team()
        .members()
        .forEach((person, member) -> roles.put(person.value(), role(person, member)));
    return roles;
  }

  private Map<String, @Nullable Object> role(PersonId person, Team.Member member) {
    TreeSet<Role> all = new TreeSet<>(member.roles());
    if (person.equals(sidecar.team().owner())) {
      all.add(Role.OWNER);
    }
    return fields(
        "name", member.name(),
        "verified", member.verified(),
        "roles", all.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).toList());
  }
}
