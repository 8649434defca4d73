package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;
import static dev.aiwf.core.guide.Say.who;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Warnings;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What contradicts, what is at risk, and what a gate was passed under: each followed to its end.
 */
final class WarningMessages {

  private WarningMessages() {}

  static Content warning(Situation here, Warning warning) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Say.line(
            plain("⚠ "),
            strong(Words.filled(here.known(), warning.title()) + "."),
            plain(" " + Words.filled(here.known(), warning.text()))));
    if (warning.reference() != null) {
      blocks.add(note(plain("See " + warning.reference() + ".")));
    }
    Optional<Remarks.Acknowledgement> met =
        Warnings.met(here.workflow(), here.sidecar(), here.known(), warning);
    met.ifPresent(acknowledged ->
        blocks.add(
            Say.line(
                plain("✔ "),
                who(here.sidecar(), acknowledged.by()),
                plain(
                    ", %s: “%s”"
                        .formatted(Words.time(acknowledged.at()), acknowledged.mitigation())))));
    List<Button> buttons = buttons(here, warning, met.isPresent());
    if (here.underWay() && !buttons.isEmpty()) {
      blocks.add(new Block.Buttons(buttons));
    }
    return new Content(blocks);
  }

  private static List<Button> buttons(Situation here, Warning warning, boolean met) {
    Controls controls = new Controls(here.sidecar().id(), MessageKeys.warning(warning.id()));
    List<Button> buttons = new ArrayList<>();
    if (warning.kind() == Warning.Kind.RISK && !met) {
      buttons.add(
          controls.open(
              "Acknowledge…", Button.Style.PRIMARY, new FormRef.Acknowledge(warning.id())));
    }
    for (String ask : met ? List.<String>of() : warning.change()) {
      here.known()
          .answer(ask)
          .filter(_ -> here.lockedBy(ask).isEmpty())
          .ifPresent(answer -> buttons.add(change(controls, ask, answer)));
    }
    return buttons;
  }

  private static Button change(Controls controls, String ask, Answers.Answer answer) {
    return controls.open(
        "Change " + ask.replace('_', ' ') + "…",
        Button.Style.PLAIN,
        new FormRef.Revise(ask, answer.fact()));
  }

  /** What a gate was passed under. */
  static Content conditions(Sidecar sidecar, Step step, GateState gate) {
    Controls controls = new Controls(sidecar.id(), MessageKeys.conditions(step.id()));
    int unmet = gate.unmet().size();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Say.line(
            strong("Conditions of " + gateTitle(step) + ". "),
            plain(
                unmet == 0
                    ? "All are met."
                    : Words.are(unmet, "condition") + " still to be met.")));
    blocks.add(
        new Block.Checklist(
            gate.conditions().stream()
                .map(condition -> tick(sidecar, step, gate, controls, condition))
                .toList()));
    return new Content(blocks);
  }

  private static Block.Tick tick(
      Sidecar sidecar, Step step, GateState gate, Controls controls, String condition) {
    GateState.Met met = gate.met().get(condition);
    return new Block.Tick(
        met == null ? condition : condition + " – " + met.how(),
        met != null,
        met == null ? null : met.by(),
        met == null
                && (sidecar.status() == Status.IN_PROGRESS || sidecar.status() == Status.COMPLETE)
            ? controls.open("Met…", Button.Style.PLAIN, new FormRef.Meet(step.id(), condition))
            : null);
  }

  private static String gateTitle(Step step) {
    return step.gate() == null ? step.title() : "“" + step.gate().title() + "”";
  }
}
