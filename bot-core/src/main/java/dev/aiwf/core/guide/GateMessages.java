package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;
import static dev.aiwf.core.guide.Say.who;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The gate as a card: checklist, who must sign, who did, the verdicts that are offered. */
final class GateMessages {

  private GateMessages() {}

  static Content gate(Situation here, boolean live) {
    Gate gate = here.step().gate();
    if (gate == null) {
      throw new IllegalStateException("there is no gate in " + here.step().id());
    }
    GateState state = here.gate();
    Controls controls =
        new Controls(
            here.sidecar().id(), MessageKeys.gate(here.visit().number(), here.visit().shown()));
    boolean open = live && state.verdict() == null;
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(gate.title()));
    boolean ticking = open && state.signatures().isEmpty();
    groups(gate)
        .forEach((group, items) -> {
          if (!group.isEmpty()) {
            blocks.add(note(strong(group)));
          }
          blocks.add(
              new Block.Checklist(
                  items.stream()
                      .map(item -> tick(item, state, controls, here.visit().menu(), ticking))
                      .toList()));
        });
    if (ticking) {
      ofGroups(gate, state, controls, here.visit().menu()).ifPresent(blocks::add);
    }
    if (open) {
      blocks.addAll(FindingMessages.atTheGate(here));
    }
    if (!state.signatures().isEmpty()) {
      blocks.add(
          new Block.Bullets(
              state.signatures().stream().map(signature -> signed(here, signature)).toList()));
    }
    Verdict verdict = state.verdict();
    if (verdict != null) {
      if (state.selfApproved() || state.signatures().size() > 1) {
        blocks.add(
            Say.line(
                strong(verdict.label()), plain(state.selfApproved() ? ", self-approved." : ".")));
      }
      return new Content(blocks);
    }
    blocks.add(note(plain(Words.policy(here.sidecar().team().policy(here.step(), gate)))));
    if (open) {
      String missing = here.verdictsMissing();
      if (missing != null) {
        blocks.add(note(plain(missing)));
      }
      blocks.add(
          new Block.Buttons(
              here.verdicts().stream()
                  .map(v -> button(controls, here.visit().menu(), v))
                  .toList()));
    }
    return new Content(blocks);
  }

  private static Map<String, List<Gate.Item>> groups(Gate gate) {
    return gate.items().stream()
        .collect(Collectors.groupingBy(Gate.Item::group, LinkedHashMap::new, Collectors.toList()));
  }

  /** A group is often vouched for by one person, who has looked at all of it. */
  private static Optional<Block> ofGroups(
      Gate gate, GateState state, Controls controls, String menu) {
    List<Button> buttons = new ArrayList<>();
    groups(gate)
        .forEach((group, items) -> {
          Map<String, Boolean> unticked = new LinkedHashMap<>();
          items.stream()
              .filter(item -> !state.checks().containsKey(item.id()))
              .forEach(item -> unticked.put(item.id(), true));
          if (!group.isEmpty() && unticked.size() > 1) {
            buttons.add(
                controls.send(
                    group + ": all", Button.Style.PLAIN, new Action.Check(unticked, menu)));
          }
        });
    return buttons.isEmpty() ? Optional.empty() : Optional.of(new Block.Buttons(buttons));
  }

  private static Block.Tick tick(
      Gate.Item item, GateState state, Controls controls, String menu, boolean open) {
    GateState.Check check = state.checks().get(item.id());
    @Nullable Button button =
        open
            ? controls.send(
                check == null ? "Tick" : "Untick",
                Button.Style.PLAIN,
                new Action.Check(Map.of(item.id(), check == null), menu))
            : null;
    return new Block.Tick(item.text(), check != null, check == null ? null : check.by(), button);
  }

  private static List<Span> signed(Situation here, GateState.Signature signature) {
    List<Span> line = new ArrayList<>();
    line.add(strong(signature.verdict().label()));
    line.add(plain(", "));
    line.add(who(here.sidecar(), signature.by()));
    line.add(plain(", " + Words.time(signature.at())));
    if (signature.reason() != null) {
      line.add(plain(": " + Clean.shortened(signature.reason(), 300)));
    }
    if (!signature.conditions().isEmpty()) {
      line.add(
          plain(" Conditions: " + Clean.shortened(String.join("; ", signature.conditions()), 600)));
    }
    return line;
  }

  private static Button button(Controls controls, String menu, Verdict verdict) {
    return switch (verdict) {
      case GO ->
          controls.send(
              verdict.label(),
              Button.Style.PRIMARY,
              new Action.Sign(verdict, null, List.of(), null, menu));
      case CONDITIONAL ->
          controls.open(verdict.label() + "…", Button.Style.PLAIN, new FormRef.Sign(verdict));
      case NO_GO ->
          controls.open(verdict.label() + "…", Button.Style.DANGER, new FormRef.Sign(verdict));
    };
  }

  /** Whoever may sign and has not yet is named, once for each reminder. */
  static Content reminder(Situation here) {
    Gate gate = here.step().gate();
    if (gate == null) {
      throw new IllegalStateException("nobody is reminded where there is no gate");
    }
    List<Span> line = new ArrayList<>();
    line.add(strong(gate.title() + " "));
    line.add(plain("still waits for a signature"));
    String before = ", ";
    for (PersonId person : here.signers()) {
      line.add(plain(before));
      line.add(who(here.sidecar(), person));
    }
    if (here.signers().isEmpty()) {
      Gate.Policy policy = here.sidecar().team().policy(here.step(), gate);
      line.add(plain(" by " + Words.roles(policy.roles())));
    }
    line.add(plain(". Nothing is decided by waiting."));
    return new Content(List.of(new Block.Paragraph(line)));
  }
}
