package dev.aiwf.core.talk;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.turn.Effect;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Asks the knowledge base what a step wants to know. */
public final class Inquiry {

  private Inquiry() {}

  /** What the project is told of it; that nobody could be asked, too. */
  public static Action of(Knowledge knowledge, Effect.Consult consult) throws InterruptedException {
    try {
      List<Knowledge.Reply> replies = knowledge.ask(consult.consults());
      return new Action.Consulted(
          consult.step(),
          replies.stream()
              .map(reply -> new Findings.Came(reply.consult(), reply.findings()))
              .toList(),
          replies.stream()
              .flatMap(reply -> Stream.ofNullable(reply.since()))
              .min(Comparator.naturalOrder())
              .orElse(null),
          replies.stream().flatMap(reply -> reply.silent().stream()).distinct().toList());
    } catch (NotNow e) {
      return new Action.KnowledgeMissed(
          consult.step(), consult.consults(), consult.tries(), String.valueOf(e.getMessage()));
    }
  }
}
