package dev.aiwf.artifacts.render;

import static dev.aiwf.artifacts.render.Shown.words;

import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A gate as it stands in documents. */
record GateShown(Gate gate, GateState state, Sidecar sidecar) {

  Shown shown() {
    Verdict verdict = state.verdict();
    Instant decided = state.decided();
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("title", words(gate.title()));
    parts.put("verdict", verdict == null ? Shown.OPEN : words(verdict.label()));
    parts.put("date", decided == null ? Shown.OPEN : Dates.day(decided));
    parts.put("self_approved", state.selfApproved());
    parts.put("conditions", state.conditions().stream().map(Shown::words).toList());
    parts.put("tracked", state.conditions().stream().map(this::condition).toList());
    parts.put("items", gate.items().stream().map(this::item).toList());
    parts.put("signatures", state.signatures().stream().map(this::signature).toList());
    return new Shown.Thing(null, parts);
  }

  private Shown condition(String text) {
    Optional<GateState.Met> met = Optional.ofNullable(state.met().get(text));
    return new Shown.Thing(
        null,
        Map.of(
            "text", words(text),
            "met", met.isPresent(),
            "how", met.<Shown>map(m -> words(m.how())).orElse(Shown.OPEN),
            "by", met.<Shown>map(m -> words(sidecar.nameOf(m.by()))).orElse(Shown.OPEN),
            "date", met.<Shown>map(m -> Dates.day(m.at())).orElse(Shown.OPEN)));
  }

  private Shown item(Gate.Item item) {
    Optional<GateState.Check> check = Optional.ofNullable(state.checks().get(item.id()));
    return new Shown.Thing(
        null,
        Map.of(
            "id", words(item.id()),
            "group", words(item.group()),
            "text", words(item.text()),
            "checked", check.isPresent(),
            "by", check.<Shown>map(c -> words(sidecar.nameOf(c.by()))).orElse(Shown.OPEN),
            "date", check.<Shown>map(c -> Dates.day(c.at())).orElse(Shown.OPEN)));
  }

  private Shown signature(GateState.Signature signature) {
    return new Shown.Thing(
        null,
        Map.of(
            "name", words(sidecar.nameOf(signature.by())),
            "verdict", words(signature.verdict().label()),
            "date", Dates.day(signature.at()),
            "reason", words(signature.reason())));
  }
}
