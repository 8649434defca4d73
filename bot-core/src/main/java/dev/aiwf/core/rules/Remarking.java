package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Document;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said beside the answers: the brief, notes on decisions, how a warning will be met. */
public final class Remarking {

  private static final int LONGEST = 4_000;
  static final int MOST_NOTES = 30;
  static final int MOST_SOURCES = 30;
  private static final int LONGEST_BRIEF = 20_000;
  private static final int LONGEST_READ = 12_000;

  private Remarking() {}

  /** What is wrong with a brief; nothing if it can be kept. */
  static Optional<Outcome> tooLong(String brief) {
    return brief.length() > LONGEST_BRIEF
        ? Optional.of(
            Outcome.invalid(
                "brief",
                "The brief has %,d characters; up to %,d fit."
                    .formatted(brief.length(), LONGEST_BRIEF)))
        : Optional.empty();
  }

  static Outcome brief(Situation here, Command command, Action.GiveBrief action) {
    String text = Clean.lines(action.text());
    if (text.isEmpty()) {
      return Outcome.invalid("brief", "There is nothing in it.");
    }
    return tooLong(text).orElseGet(() -> Outcome.of(given(here.sidecar(), command)));
  }

  static Outcome source(Situation here, Command command, Action.NoteSource action) {
    if (here.sidecar().remarks().sources().size() >= MOST_SOURCES) {
      return Outcome.conflict(
          "%d data sources are noted, and no more fit.".formatted(MOST_SOURCES));
    }
    return wrong("source", Clean.lines(action.text()))
        .orElseGet(() -> Outcome.of(new Fact.SourceNoted(MessageKeys.said(command.id()))));
  }

  /** Where somebody talks, it is read at once. */
  static List<Fact> given(Sidecar sidecar, Command command) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.BriefGiven(MessageKeys.said(command.id())));
    facts.addAll(Conversing.briefed(sidecar, command));
    return facts;
  }

  /** Whoever wants the repository's texts as the brief has them read as they then are. */
  static Outcome readBrief(Sidecar sidecar) {
    List<String> documents = sidecar.remarks().documents();
    return documents.isEmpty() || sidecar.remarks().brief() != null
        ? Outcome.conflict("There is no brief to be read, or it was read already.")
        : Outcome.of(new Fact.BriefWanted(documents));
  }

  /** A brief out of texts: one after the other, each with its name, as far as they fit. */
  public static String brief(List<Document> documents) {
    StringBuilder brief = new StringBuilder();
    int each = LONGEST_READ / Math.max(1, documents.size());
    for (Document document : documents) {
      String text = Clean.lines(document.text());
      brief.append(document.path()).append(":\n");
      brief.append(
          text.length() <= each
              ? text
              : "%s\n(The first %,d of %,d characters.)"
                  .formatted(Clean.shortened(text, each), each, text.length()));
      brief.append("\n\n");
    }
    return brief.toString().strip();
  }

  static Outcome note(Situation here, Action.Note action) {
    Optional<Ask> decision =
        here.workflow()
            .ask(action.ask())
            .filter(ask -> ask.type() instanceof AskType.Decision)
            .filter(ask -> here.known().answer(ask.id()).isPresent());
    if (decision.isEmpty()) {
      return Outcome.conflict("There is no such decision yet to look at once more.");
    }
    String method = action.method();
    if (method != null
        && here.workflow().methods().stream().noneMatch(m -> m.id().equals(method))) {
      return Outcome.invalid("method", "This workflow knows no method of that name.");
    }
    if (here.sidecar().remarks().notesOn(action.ask()).size() >= MOST_NOTES) {
      return Outcome.conflict("There are %d notes on that decision.".formatted(MOST_NOTES));
    }
    String text = Clean.lines(action.text());
    return wrong("note", text)
        .orElseGet(() -> Outcome.of(new Fact.Noted(action.ask(), method, text)));
  }

  static Outcome acknowledge(Situation here, Action.Acknowledge action) {
    if (here.sidecar().findings().warned(action.warning()).isPresent()) {
      return found(here.sidecar(), action);
    }
    Optional<Warning> warning =
        Warnings.holding(here.workflow(), here.sidecar(), here.known()).stream()
            .filter(w -> w.id().equals(action.warning()))
            .findFirst();
    if (warning.isEmpty()) {
      return Outcome.conflict(
          "There is no open warning \"%s\" in this project."
              .formatted(Clean.excerpt(action.warning())));
    }
    Optional<Remarks.Acknowledgement> met =
        Warnings.met(here.workflow(), here.sidecar(), here.known(), warning.get());
    if (met.isPresent()) {
      return met(here.sidecar(), met.get());
    }
    return switch (warning.get().kind()) {
      case CONTRADICTION ->
          Outcome.conflict(
              "Two answers can't both be met here; change one of them: %s."
                  .formatted(
                      warning.get().change().stream()
                          .flatMap(ask -> here.workflow().ask(ask).stream())
                          .map(Ask::text)
                          .collect(Collectors.joining(" / "))));
      case RISK -> {
        String text = Clean.lines(action.mitigation());
        yield wrong("mitigation", text)
            .orElseGet(() -> Outcome.of(new Fact.Acknowledged(warning.get().id(), text)));
      }
    };
  }

  /** A warning of the knowledge base. */
  private static Outcome found(Sidecar sidecar, Action.Acknowledge action) {
    Remarks.Acknowledgement met = sidecar.remarks().met().get(action.warning());
    if (met != null) {
      return met(sidecar, met);
    }
    String text = Clean.lines(action.mitigation());
    return wrong("mitigation", text)
        .orElseGet(() -> Outcome.of(new Fact.Acknowledged(action.warning(), text)));
  }

  private static Outcome met(Sidecar sidecar, Remarks.Acknowledgement met) {
    return Outcome.conflict(
        "%s said at %s how that will be met: %s"
            .formatted(
                sidecar.nameOf(met.by()),
                Words.time(met.at()),
                Clean.shortened(met.mitigation(), 300)));
  }

  static Outcome meet(Sidecar sidecar, Action.Meet action) {
    GateState gate = sidecar.gate(action.step());
    if (!gate.conditions().contains(action.condition())) {
      return Outcome.conflict("There is no such condition in this project.");
    }
    GateState.Met met = gate.met().get(action.condition());
    if (met != null) {
      return Outcome.conflict(
          "%s marked that as met at %s.".formatted(sidecar.nameOf(met.by()), Words.time(met.at())));
    }
    String how = Clean.lines(action.how());
    return wrong("how", how)
        .orElseGet(() ->
            Outcome.of(List.of(new Fact.ConditionMet(action.step(), action.condition(), how))));
  }

  private static Optional<Outcome> wrong(String field, String text) {
    if (text.isEmpty()) {
      return Optional.of(Outcome.invalid(field, "There is nothing in it."));
    }
    return text.length() > LONGEST
        ? Optional.of(
            Outcome.invalid(
                field, "That is %,d characters; up to %,d fit.".formatted(text.length(), LONGEST)))
        : Optional.empty();
  }
}
