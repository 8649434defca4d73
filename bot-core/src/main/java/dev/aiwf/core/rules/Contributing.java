package dev.aiwf.core.rules;

import dev.aiwf.core.project.Advice;
import dev.aiwf.core.project.Contribution;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.FileNames;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Proposal;
import dev.aiwf.core.project.Prose;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What comes of something that the architect brings in. It is asked while the model talks, so that
 * the model hears what is wrong, and again when its turn is taken; a refusal is a sentence for the
 * model.
 */
public final class Contributing {

  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_PROSE = 6_000;
  private static final int LONGEST_LINE = 400;
  private static final int MOST_OTHERS = 6;
  private static final int MOST_FILES = 40;

  private Contributing() {}

  /** The facts that it leads to. */
  public static Outcome facts(Situation here, String talk, Contribution contribution) {
    return switch (contribution) {
      case Contribution.Heard(var answers) -> heard(here, talk, answers);
      case Contribution.Advises(var advice) -> advises(here, talk, advice);
      case Contribution.Drafts(var prose) -> drafts(here, talk, prose);
      case Contribution.Warns(var text, var finding) -> warns(here, text, finding);
      case Contribution.Shows(var topic, var of) -> shows(here.sidecar(), topic, of);
    };
  }

  /** Nobody is shown that there is no such file; the model is told, and can name another. */
  private static Outcome shows(Sidecar sidecar, Fact.Topic topic, @Nullable String of) {
    Fact fact = Aside.fact(sidecar, topic, of);
    return topic == Fact.Topic.ARTIFACT && fact instanceof Fact.Shown
        ? Outcome.invalid(
            "of",
            sidecar.repository().files().isEmpty()
                ? "No file was committed yet."
                : "Name one of these files: %s.".formatted(named(sidecar, of)))
        : Outcome.of(fact);
  }

  /** Those that it may have meant, or else as many as one can choose from. */
  private static String named(Sidecar sidecar, @Nullable String of) {
    List<String> files = sidecar.repository().files();
    List<String> meant = of == null ? List.of() : FileNames.meant(files, of);
    return (meant.isEmpty() ? files : meant)
        .stream().limit(MOST_FILES).collect(Collectors.joining(", "));
  }

  /** A person who answered meanwhile wins, so only what is open can be heard. */
  private static Outcome heard(Situation here, String talk, List<Contribution.Reading> answers) {
    List<Fact> facts = new ArrayList<>();
    List<Proposal.Suggestion> ofBrief = new ArrayList<>();
    for (Contribution.Reading answer : answers) {
      Optional<Ask> ask = here.step().ask(answer.ask());
      if (ask.isEmpty()) {
        return Outcome.invalid(answer.ask(), "This step does not ask that.");
      }
      if (ask.get().type() instanceof AskType.Decision) {
        return Outcome.invalid(
            answer.ask(), "That is a decision: propose it, and a person takes it.");
      }
      if (here.sidecar().answers().settled(answer.ask())) {
        return Outcome.invalid(answer.ask(), "That is answered already; a person may revise it.");
      }
      switch (Reader.read(ask.get(), answer.value())) {
        case Reading.NotUnderstood(var why) -> {
          return Outcome.invalid(answer.ask(), why);
        }
        case Reading.Understood(var value) -> {
          if (here.sidecar().remarks().wasGiven(answer.message())) {
            ofBrief.add(new Proposal.Suggestion(answer.ask(), value, answer.quote()));
          } else {
            facts.add(
                new Fact.Answered(
                    answer.ask(),
                    value,
                    Fact.Via.HEARD,
                    new Fact.Basis(answer.message(), answer.by(), List.of())));
          }
        }
      }
    }
    List<Fact> all = new ArrayList<>(facts.isEmpty() ? facts : Consequences.with(here, facts));
    briefed(here, talk, ofBrief).ifPresent(all::add);
    return all.isEmpty()
        ? Outcome.invalid("answers", "There is no answer in it.")
        : Outcome.of(all);
  }

  /** What stands in a brief or a file was not said to a question, so somebody takes it first. */
  private static Optional<Fact> briefed(
      Situation here, String talk, List<Proposal.Suggestion> read) {
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Proposal.Suggestion> all = new LinkedHashMap<>();
    here.sidecar().remarks().proposals().stream()
        .filter(Proposal::ofBrief)
        .flatMap(proposal -> proposal.suggestions().stream())
        .forEach(suggestion -> all.put(suggestion.ask(), suggestion));
    read.forEach(suggestion -> all.put(suggestion.ask(), suggestion));
    return Optional.of(
        new Fact.Proposed(
            new Proposal(id(talk, Proposal.BRIEF), Proposal.BRIEF, List.copyOf(all.values()))));
  }

  private static Outcome advises(Situation here, String talk, Advice advice) {
    Optional<Ask> ask =
        here.step().ask(advice.ask()).filter(each -> each.type() instanceof AskType.Decision);
    if (ask.isEmpty()) {
      return Outcome.invalid("decision", "This step has no such decision.");
    }
    if (here.sidecar().answers().settled(advice.ask())) {
      return Outcome.invalid("decision", "That is decided already; a person may revise it.");
    }
    return wrong(here, ask.get(), advice)
        .or(() ->
            Answering.tooEarly(
                here,
                List.of(
                    new Fact.Answered(
                        advice.ask(),
                        new Value.Decision(advice.choice(), advice.rationale()),
                        Fact.Via.ADVISED))))
        .orElseGet(() ->
            put(
                here,
                new Proposal(
                    id(talk, advice.ask()),
                    MessageKeys.talk(talk),
                    List.of(),
                    advice,
                    null,
                    here.sidecar().conversation().turns())));
  }

  private static Optional<Outcome> wrong(Situation here, Ask ask, Advice advice) {
    if (ask.type().option(advice.choice()).isEmpty()) {
      return invalid("choice", "That is none of its options.");
    }
    String rationale = Clean.lines(advice.rationale());
    if (rationale.isEmpty() || rationale.length() > LONGEST_REASON) {
      return invalid(
          "rationale", "It needs a rationale of up to %,d characters.".formatted(LONGEST_REASON));
    }
    if (advice.otherwise().isEmpty() || advice.otherwise().size() > MOST_OTHERS) {
      return invalid("otherwise", "Name at least one other option, and what it would cost.");
    }
    if (advice.otherwise().stream()
        .anyMatch(other ->
            ask.type().option(other.choice()).isEmpty()
                || other.choice().equals(advice.choice())
                || other.cost().length() > LONGEST_LINE)) {
      return invalid("otherwise", "Another option is one of the decision's own, in a line each.");
    }
    if (advice.own().stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
      return invalid("own", "Your own view goes in a line each.");
    }
    return grounded(here, advice);
  }

  /** What nobody looked up supports nothing. */
  private static Optional<Outcome> grounded(Situation here, Advice advice) {
    Findings findings = here.sidecar().findings();
    Optional<String> unknown =
        advice.rests().stream().filter(id -> !findings.items().containsKey(id)).findFirst();
    if (unknown.isPresent()) {
      return invalid(
          "rests",
          "\"%s\" did not come back in this project; name only what did, or leave it out."
              .formatted(Clean.excerpt(unknown.get())));
    }
    return advice.rests().isEmpty() && advice.own().isEmpty()
        ? invalid("rests", "Name what it rests on, or say what of it is your own view.")
        : Optional.empty();
  }

  private static Outcome drafts(Situation here, String talk, Prose prose) {
    String text = Clean.lines(prose.text());
    if (text.isEmpty() || text.length() > LONGEST_PROSE) {
      return Outcome.invalid(
          "text", "A draft has between 1 and %,d characters.".formatted(LONGEST_PROSE));
    }
    if (prose.section() != null
        && here.step().sections().stream().noneMatch(s -> s.id().equals(prose.section()))) {
      return Outcome.invalid("section", "This step's files have no such section.");
    }
    if (prose.section() == null && prose.about() == null) {
      return Outcome.invalid("section", "Say which section it is for.");
    }
    String of = prose.section() != null ? prose.section() : "analysis";
    return put(
        here,
        new Proposal(
            id(talk, of),
            MessageKeys.talk(talk),
            List.of(),
            null,
            new Prose(prose.section(), prose.about(), text),
            here.sidecar().conversation().turns()));
  }

  private static Outcome warns(Situation here, String text, @Nullable String finding) {
    String words = Clean.line(text);
    if (words.isEmpty() || words.length() > LONGEST_LINE) {
      return Outcome.invalid(
          "text", "A warning has between 1 and %d characters.".formatted(LONGEST_LINE));
    }
    return finding != null && !here.sidecar().findings().items().containsKey(finding)
        ? Outcome.invalid("finding", "That did not come back in this project.")
        : Outcome.of(new Fact.Warned(words, finding));
  }

  /** What it says anew stands instead of what it said before. */
  private static Outcome put(Situation here, Proposal proposal) {
    return here.sidecar().remarks().proposal(proposal.id()).isPresent()
        ? Outcome.invalid("twice", "You put that forward in this answer already.")
        : Outcome.of(new Fact.Proposed(proposal));
  }

  private static String id(String talk, String of) {
    return talk + "-" + of;
  }

  private static Optional<Outcome> invalid(String field, String sentence) {
    return Optional.of(Outcome.invalid(field, sentence));
  }
}
