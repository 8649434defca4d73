package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;
import static dev.aiwf.core.guide.Say.who;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.project.Team;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** Who must sign which gate, and the way to make it stricter. */
final class Policies {

  private static final String PLACE = "people";

  private Policies() {}

  static List<Block> of(Workflow workflow, Sidecar sidecar) {
    List<Block> blocks = new ArrayList<>();
    for (Step step : workflow.steps()) {
      Gate gate = step.gate();
      if (gate != null) {
        blocks.add(policy(sidecar, step, gate));
        if (!sidecar.reached(step.id()) && sidecar.status() == Status.IN_PROGRESS) {
          blocks.add(
              Say.buttons(
                  new Controls(sidecar.id(), PLACE + ":" + sidecar.number())
                      .open(
                          "Make it stricter…", Button.Style.PLAIN, new FormRef.Policy(step.id()))));
        }
      }
    }
    return blocks;
  }

  private static Block policy(Sidecar sidecar, Step step, Gate gate) {
    List<Span> line = new ArrayList<>();
    line.add(strong(gate.title() + " "));
    line.add(plain(Words.policy(sidecar.team().policy(step, gate))));
    Team.Stricter stricter = sidecar.team().policies().get(step.id());
    if (stricter != null) {
      line.add(plain(" Made stricter by "));
      line.add(who(sidecar, stricter.by()));
      line.add(plain(": " + stricter.reason()));
    }
    return note(line.toArray(Span[]::new));
  }
}
