package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.mono;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Conversation;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Proposal;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers that were put forward elsewhere, and the question whether they count. */
final class ProposalMessages {

  private static final int LONGEST = 300;

  private ProposalMessages() {}

  /** How often the architect has spoken since it was put forward: its buttons move down then. */
  static int moved(Conversation conversation, Proposal proposal) {
    return proposal.advice() == null && proposal.prose() == null
        ? 0
        : Math.max(0, conversation.turns() - proposal.turns() - 1);
  }

  static Content proposal(Workflow workflow, Sidecar sidecar, Proposal proposal) {
    int moved = moved(sidecar.conversation(), proposal);
    Controls controls = new Controls(sidecar.id(), MessageKeys.proposal(proposal.id(), moved));
    if (proposal.advice() != null) {
      return AdviceMessages.advice(
          workflow, sidecar, controls, proposal.id(), proposal.advice(), moved > 0);
    }
    return proposal.prose() != null
        ? AdviceMessages.prose(workflow, controls, proposal.id(), proposal.prose(), moved > 0)
        : proposal.ofBrief()
            ? read(workflow, controls, proposal)
            : written(workflow, sidecar, controls, proposal);
  }

  /** What was read out of the brief, each with the words that say so. */
  private static Content read(Workflow workflow, Controls controls, Proposal proposal) {
    List<List<Span>> items = new ArrayList<>();
    for (Proposal.Suggestion suggestion : proposal.suggestions()) {
      workflow
          .ask(suggestion.ask())
          .ifPresent(ask ->
              items.add(
                  List.of(
                      plain(ask.text() + " "),
                      strong(shown(ask, suggestion.value())),
                      plain(
                          suggestion.quote() == null
                              ? ""
                              : " (“%s”)".formatted(suggestion.quote())))));
    }
    boolean one = items.size() == 1;
    return new Content(
        List.of(
            Say.line(
                plain(
                    one
                        ? "The brief answers one question:"
                        : "The brief answers %d questions:".formatted(items.size()))),
            new Block.Bullets(items),
            Say.buttons(
                controls.send(
                    one ? "Take it" : "Take them",
                    Button.Style.PRIMARY,
                    new Action.TakeProposed(proposal.id())),
                controls.send(
                    "Leave it", Button.Style.PLAIN, new Action.LeaveProposed(proposal.id())))));
  }

  private static Content written(
      Workflow workflow, Sidecar sidecar, Controls controls, Proposal proposal) {
    List<List<Span>> items = new ArrayList<>();
    for (Proposal.Suggestion suggestion : proposal.suggestions()) {
      workflow
          .ask(suggestion.ask())
          .ifPresent(ask -> items.add(item(ask, sidecar, suggestion.value())));
    }
    boolean one = items.size() == 1;
    return new Content(
        List.of(
            Say.line(
                plain("In "),
                mono(proposal.from()),
                plain(one ? " somebody wrote another answer:" : " somebody wrote other answers:")),
            new Block.Bullets(items),
            note(
                plain(
                    "Only answers are read from that file; decisions, signatures, steps and roles"
                        + " are not.")),
            Say.buttons(
                controls.send(
                    one ? "Take it" : "Take them",
                    Button.Style.PRIMARY,
                    new Action.TakeProposed(proposal.id())),
                controls.send(
                    "Leave it as it is",
                    Button.Style.PLAIN,
                    new Action.LeaveProposed(proposal.id())))));
  }

  private static List<Span> item(Ask ask, Sidecar sidecar, Value value) {
    return List.of(
        plain(ask.text() + " "),
        plain(shown(ask, sidecar.answers().value(ask.id())) + " → "),
        strong(shown(ask, value)));
  }

  private static String shown(Ask ask, @Nullable Value value) {
    return value == null ? "open" : Clean.shortened(Words.value(ask, value), LONGEST);
  }

  /** What the question is left with once it is answered. */
  static Optional<Block> settled(Sidecar after, Entry entry) {
    String what =
        switch (entry.fact()) {
          case Fact.ProposalTaken _ -> "✔ Taken by ";
          case Fact.ProposalLeft _ -> "Left as it was by ";
          default -> "";
        };
    return what.isEmpty()
        ? Optional.empty()
        : Optional.of(note(plain(what), Say.who(after, entry.by()), plain(".")));
  }
}
