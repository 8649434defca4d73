package dev.aiwf.web.api;

import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gate of the current step. */
record GateView(
    String id,
    String title,
    List<Item> items,
    List<Approval> approvals,
    List<String> verdicts,
    @Nullable String whyNot,
    PolicyView policy,
    @Nullable String verdict,
    boolean selfApproved,
    List<String> conditions,
    List<String> returnTo) {

  static Optional<GateView> of(Situation here) {
    return Optional.ofNullable(here.step().gate()).map(gate -> of(here, gate));
  }

  private static GateView of(Situation here, Gate gate) {
    GateState state = here.gate();
    Verdict verdict = state.verdict();
    return new GateView(
        here.step().id(),
        gate.title(),
        gate.items().stream().map(item -> Item.of(item, state)).toList(),
        state.signatures().stream().map(s -> Approval.of(s, here.sidecar())).toList(),
        here.verdicts().stream().map(Verdict::key).toList(),
        here.verdictsMissing(),
        PolicyView.of(here.sidecar(), here.step(), gate),
        verdict == null ? null : verdict.key(),
        state.selfApproved(),
        state.conditions(),
        here.returnTo());
  }

  /** One line of the checklist. */
  record Item(
      String id,
      String group,
      String text,
      boolean checked,
      @Nullable String by,
      @Nullable Instant at) {

    private static Item of(Gate.Item item, GateState state) {
      GateState.Check check = state.checks().get(item.id());
      return new Item(
          item.id(),
          item.group(),
          item.text(),
          check != null,
          check == null ? null : check.by().value(),
          check == null ? null : check.at());
    }
  }

  /** What one person signed. */
  record Approval(
      String person,
      String name,
      String verdict,
      @Nullable String reason,
      List<String> conditions,
      Instant at) {

    private static Approval of(GateState.Signature signature, Sidecar sidecar) {
      return new Approval(
          signature.by().value(),
          sidecar.nameOf(signature.by()),
          signature.verdict().key(),
          signature.reason(),
          signature.conditions(),
          signature.at());
    }
  }
}
