package dev.aiwf.web.pages;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.guide.Forms;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gate of the current step while it is open.
 *
 * @param title what people call it
 * @param items its checklist
 * @param ticks whether items can still be ticked
 * @param wanted how many signed, of how many that must
 * @param policy who must
 * @param missing why some verdict can't be signed now
 * @param verdicts the verdicts that can
 */
public record GateForms(
    String title,
    List<Item> items,
    boolean ticks,
    String wanted,
    String policy,
    @Nullable String missing,
    List<Signing> verdicts) {

  static @Nullable GateForms of(Situation here, Attempt attempt) {
    Gate gate = here.step().gate();
    if (gate == null || here.gate().verdict() != null) {
      return null;
    }
    Gate.Policy policy = here.sidecar().team().policy(here.step(), gate);
    return new GateForms(
        gate.title(),
        gate.items().stream().map(item -> Item.of(here, item)).toList(),
        here.gate().signatures().isEmpty(),
        "%d of %s."
            .formatted(
                here.gate().signatures().size(), Words.count(policy.approvals(), "signature")),
        Words.policy(policy),
        here.verdictsMissing(),
        here.verdicts().stream().map(verdict -> signing(here, verdict, attempt)).toList());
  }

  private static Signing signing(Situation here, Verdict verdict, Attempt attempt) {
    FormRef ref = new FormRef.Sign(verdict);
    Attempt tried = attempt.at(ref);
    FormView form =
        Forms.form(here, ref)
            .map(f ->
                FormView.of(
                    "sign-" + verdict.key(),
                    f,
                    FormRefs.hidden(ref, f),
                    tried.typed(),
                    tried.errors()))
            .orElseThrow();
    return new Signing(verdict, form, ref.equals(attempt.ref()));
  }

  /** One line of the checklist. */
  public record Item(String id, String group, String text, boolean checked, @Nullable String by) {

    private static Item of(Situation here, Gate.Item item) {
      var check = here.gate().checks().get(item.id());
      return new Item(
          item.id(),
          item.group(),
          item.text(),
          check != null,
          check == null ? null : here.sidecar().nameOf(check.by()));
    }
  }

  /** A verdict with what it needs. */
  public record Signing(Verdict verdict, FormView form, boolean open) {}
}
