package dev.aiwf.core.guide;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one line that always says where a project stands, edited in place. */
final class StatusLine {

  private StatusLine() {}

  static Content of(Workflow workflow, Sidecar sidecar, Known known) {
    List<Span> line = new ArrayList<>();
    line.add(Say.strong(sidecar.name()));
    Optional<Situation> here = Situation.of(workflow, sidecar, known);
    if (sidecar.status() == Status.IN_PROGRESS && here.isPresent()) {
      line.add(Say.plain(" · " + here.get().step().title() + " " + bar(workflow, sidecar)));
      here.get()
          .waitsFor()
          .ifPresent(what -> {
            line.add(Say.plain(" · waiting for "));
            line.add(Say.who(sidecar, here.get().waitedFor().getFirst()));
            line.add(Say.plain(": " + what));
          });
    } else {
      line.add(Say.plain(" · " + Words.status(sidecar.status()) + " " + bar(workflow, sidecar)));
      if (sidecar.status() == Status.OPENING && sidecar.repository().found() != null) {
        line.add(Say.plain(" · waiting for "));
        line.add(Say.who(sidecar, sidecar.team().owner()));
        line.add(Say.plain(": a choice"));
      }
    }
    line.add(Say.plain(" · " + Words.count(decisions(workflow, known), "decision")));
    return Content.of(line.toArray(Span[]::new));
  }

  /** One mark for each step: full where it is done or passed by. */
  private static String bar(Workflow workflow, Sidecar sidecar) {
    StringBuilder bar = new StringBuilder();
    for (Step step : workflow.steps().stream().filter(s -> !s.passing()).toList()) {
      boolean past =
          sidecar.way().completed().contains(step.id())
              || sidecar.way().skipped().containsKey(step.id());
      bar.append(past ? '▰' : '▱');
    }
    return bar.toString();
  }

  private static int decisions(Workflow workflow, Known known) {
    return (int)
        workflow.steps().stream()
            .flatMap(step -> step.asks().stream())
            .filter(ask -> ask.type() instanceof AskType.Decision)
            .filter(ask -> known.answer(ask.id()).isPresent())
            .count();
  }
}
