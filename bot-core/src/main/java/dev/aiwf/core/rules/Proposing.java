package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Advice;
import dev.aiwf.core.project.Conversation;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.Proposal;
import dev.aiwf.core.project.Proposal.Suggestion;
import dev.aiwf.core.project.Prose;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers that people wrote into the sidecar rather than into the channel. */
public final class Proposing {

  private static final String SIDECAR = "sidecar.yaml";

  private Proposing() {}

  /** What people made of a sidecar's answers; decisions are not theirs to make there. */
  public static List<Suggestion> between(Import before, Import after) {
    Map<String, Value> was = new HashMap<>();
    before.answers().forEach(answer -> was.put(answer.ask(), answer.value()));
    return after.answers().stream()
        .filter(answer -> !(answer.value() instanceof Value.Decision))
        .filter(answer -> !answer.value().equals(was.get(answer.ask())))
        .map(answer -> new Suggestion(answer.ask(), answer.value()))
        .toList();
  }

  /** What of it can be put before people; nothing is said of what could not be taken anyway. */
  static Optional<Fact> proposed(Workflow workflow, Sidecar sidecar, Action.Published published) {
    Optional<Situation> here = Situation.of(workflow, sidecar).filter(Situation::underWay);
    List<Suggestion> open =
        published.suggestions().stream()
            .filter(suggestion -> here.filter(h -> fits(h, suggestion)).isPresent())
            .toList();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fact.Proposed(new Proposal(published.commit(), SIDECAR, open)));
  }

  private static boolean fits(Situation here, Suggestion suggestion) {
    Optional<Ask> ask = here.workflow().ask(suggestion.ask());
    return ask.isPresent()
        && !suggestion.value().equals(here.sidecar().answers().value(suggestion.ask()))
        && here.lockedBy(suggestion.ask()).isEmpty()
        && (here.step().ask(suggestion.ask()).isPresent()
            || here.sidecar().answers().to(suggestion.ask()).isPresent()
            || Revising.wasPut(here, ask.get()));
  }

  static Outcome take(Situation here, String id) {
    Optional<Proposal> proposal = here.sidecar().remarks().proposal(id);
    if (proposal.isEmpty()) {
      return settled();
    }
    Optional<Step> locked =
        proposal.get().suggestions().stream()
            .flatMap(suggestion -> here.lockedBy(suggestion.ask()).stream())
            .findFirst();
    if (locked.isPresent()) {
      return Outcome.conflict(
          "The design is locked since %s began, so what was answered before stands."
              .formatted(locked.get().title()));
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.ProposalTaken(id));
    Prose prose = proposal.get().prose();
    if (prose != null) {
      facts.add(kept(prose));
      return Outcome.of(facts);
    }
    List<Fact> answers = answers(here, proposal.get());
    Optional<Outcome> tooEarly = Answering.tooEarly(here, answers);
    if (tooEarly.isPresent()) {
      return tooEarly.get();
    }
    facts.addAll(Consequences.with(here, answers));
    return Outcome.of(facts);
  }

  private static Fact kept(Prose prose) {
    Conversation.Analysis about = prose.about();
    return prose.section() == null && about != null
        ? new Fact.Noted(about.ask(), about.method(), prose.text())
        : new Fact.SectionKept(String.valueOf(prose.section()), prose.text());
  }

  private static List<Fact> answers(Situation here, Proposal proposal) {
    Advice advice = proposal.advice();
    return advice == null
        ? proposal.suggestions().stream()
            .filter(suggestion -> fits(here, suggestion))
            .<Fact>map(s -> answered(here, proposal, s))
            .toList()
        : List.of(
            new Fact.Answered(
                advice.ask(),
                new Value.Decision(advice.choice(), advice.rationale()),
                Fact.Via.ADVISED,
                new Fact.Basis(null, null, advice.rests())));
  }

  private static Fact answered(Situation here, Proposal proposal, Suggestion suggestion) {
    return proposal.ofBrief()
        ? new Fact.Answered(
            suggestion.ask(),
            suggestion.value(),
            Fact.Via.HEARD,
            new Fact.Basis(here.sidecar().remarks().brief(), null, List.of()))
        : new Fact.Answered(suggestion.ask(), suggestion.value(), Fact.Via.PROPOSED);
  }

  static Outcome leave(Situation here, String id) {
    return here.sidecar().remarks().proposal(id).isPresent()
        ? Outcome.of(new Fact.ProposalLeft(id))
        : settled();
  }

  private static Outcome settled() {
    return Outcome.conflict("That is settled already; nothing changed now.");
  }
}
