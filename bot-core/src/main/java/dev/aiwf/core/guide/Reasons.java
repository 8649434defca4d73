package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.line;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;
import static dev.aiwf.core.guide.Say.who;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Reckoning;
import dev.aiwf.core.rules.Recommended;
import dev.aiwf.core.rules.Resting;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Formula;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why something is asked, recommended or decided, and what would change with it. */
final class Reasons {

  private Reasons() {}

  /** What the answers so far speak for: one line for each option that anything speaks for. */
  static List<Block> recommendation(Situation here, Ask ask) {
    List<Block> blocks = new ArrayList<>();
    List<Recommended.Voices> voices = Recommended.voices(ask, here.known());
    Optional<Recommended> recommended = here.recommended(ask);
    boolean ruled =
        recommended.isPresent()
            && (voices.isEmpty()
                || !voices.getFirst().option().key().equals(recommended.get().value().text()));
    if (ruled) {
      blocks.add(
          note(
              plain("The answers so far speak for "),
              strong(Words.value(ask, recommended.get().value())),
              plain(": " + recommended.get().reason() + ".")));
    }
    voices.forEach(voice -> blocks.add(note(voice(voice))));
    silent(ask, voices).ifPresent(blocks::add);
    figuresBehind(here, ask).forEach(worked -> blocks.add(note(figure(worked))));
    return blocks;
  }

  private static Span[] voice(Recommended.Voices voices) {
    int count = voices.because().size();
    return new Span[] {
      strong(
          "%s for %s: "
              .formatted(
                  Words.count(count, "reason") + (count == 1 ? " speaks" : " speak"),
                  voices.option().label())),
      plain(String.join("; ", voices.because()) + ".")
    };
  }

  /** The options that nothing speaks for, where something speaks for another. */
  private static Optional<Block> silent(Ask ask, List<Recommended.Voices> voices) {
    List<AskType.Option> heard = voices.stream().map(Recommended.Voices::option).toList();
    List<String> silent =
        ask.type().options().stream()
            .filter(option -> !heard.contains(option))
            .map(AskType.Option::label)
            .toList();
    return heard.isEmpty() || silent.isEmpty()
        ? Optional.empty()
        : Optional.of(note(plain("None speaks for " + Words.alternatives(silent) + ".")));
  }

  /** The figures that a recommendation looks at or names. */
  private static List<Known.Worked> figuresBehind(Situation here, Ask ask) {
    Set<String> names = new LinkedHashSet<>();
    ask.recommended()
        .forEach(rule -> {
          names.addAll(rule.when().asks());
          if (rule.figure() != null) {
            names.add(rule.figure());
          }
        });
    ask.points().forEach(point -> names.addAll(point.when().asks()));
    return here.workflow().figures().stream()
        .filter(figure -> names.contains(figure.id()))
        .flatMap(figure -> here.known().worked(figure).stream())
        .toList();
  }

  /** A figure with its formula, its numbers, and what was assumed. */
  static Span[] figure(Known.Worked worked) {
    String assumed = Reckoning.assumed(worked);
    boolean plain =
        worked.figure().formula() instanceof Formula.Amount
            || worked.figure().formula() instanceof Formula.Name;
    return new Span[] {
      strong(worked.figure().title() + ": " + Words.figure(worked)),
      plain(
          (plain
                  ? ""
                  : " = %s = %s"
                      .formatted(Reckoning.formula(worked.figure()), Reckoning.worked(worked)))
              + (assumed.isEmpty() ? "." : ", " + assumed + "."))
    };
  }

  /** Why a decision stands, or what an answer is for. */
  static Content why(Situation here, Ask ask) {
    List<Block> blocks = new ArrayList<>();
    Optional<Answers.Answer> answer = here.known().answer(ask.id());
    blocks.add(line(strong(name(ask) + " "), plain(ask.text())));
    answer.ifPresent(given -> blocks.add(answered(here, ask, given)));
    if (answer.isEmpty() && ask.help() != null) {
      blocks.add(note(plain(ask.help())));
    }
    if (ask.type() instanceof AskType.Decision decision) {
      List<List<Span>> grounds =
          decision.restsOn().stream()
              .flatMap(ground -> here.workflow().ask(ground).stream())
              .flatMap(ground ->
                  here.known().answer(ground.id()).stream().map(given -> ground(ground, given)))
              .toList();
      if (!grounds.isEmpty()) {
        blocks.add(new Block.Bullets(grounds));
      }
      FindingMessages.why(here, ask)
          .or(() ->
              Optional.ofNullable(decision.reference())
                  .map(reference -> note(plain("Knowledge: " + reference + "."))))
          .ifPresent(blocks::add);
      notes(here, ask).ifPresent(blocks::add);
    }
    Chain.of(here.workflow(), here.sidecar(), ask.id())
        .flatMap(FileReasons::kept)
        .ifPresent(blocks::add);
    if (answer.isEmpty() || answer.get().stale()) {
      blocks.addAll(recommendation(here, ask));
    }
    if (answer.isPresent()) {
      blocks.add(note(plain(resting(here, ask))));
    }
    return new Content(blocks);
  }

  private static Block answered(Situation here, Ask ask, Answers.Answer given) {
    String rationale =
        given.value() instanceof Value.Decision(_, var why) && !why.isEmpty() ? ": " + why : ".";
    return line(
        strong(Words.value(ask, given.value())),
        plain(", "),
        who(here.sidecar(), given.by()),
        plain(
            ", " + Words.day(given.at()) + (given.stale() ? ", to be confirmed" : "") + rationale));
  }

  private static List<Span> ground(Ask ground, Answers.Answer given) {
    return List.of(plain(ground.text() + " "), strong(Words.value(ground, given.value())));
  }

  private static Optional<Block> notes(Situation here, Ask ask) {
    List<List<Span>> notes =
        here.sidecar().remarks().notesOn(ask.id()).stream()
            .map(note -> written(here, note))
            .toList();
    return notes.isEmpty() ? Optional.empty() : Optional.of(new Block.Bullets(notes));
  }

  private static List<Span> written(Situation here, Remarks.Note note) {
    String method =
        here.workflow().methods().stream()
            .filter(known -> known.id().equals(note.method()))
            .map(known -> known.title() + ", ")
            .findFirst()
            .orElse("");
    return List.of(
        plain(method),
        who(here.sidecar(), note.by()),
        plain(": " + Clean.shortened(note.text(), 300)));
  }

  /** What would have to be looked at again if an answer were another one. */
  static String resting(Situation here, Ask ask) {
    Resting resting = Resting.on(here, ask);
    if (resting.nothing()) {
      return "Nothing rests on it yet.";
    }
    List<String> parts = new ArrayList<>();
    if (!resting.decisions().isEmpty()) {
      parts.add(resting.decisions().stream().map(Reasons::name).collect(Collectors.joining(", ")));
    }
    if (!resting.files().isEmpty()) {
      parts.add(
          (resting.files().size() == 1 ? "the file " : "the files ")
              + String.join(", ", resting.files()));
    }
    return "On it rest: " + String.join("; ", parts) + ". Nothing else does.";
  }

  /** How several things that were asked are called, in a sentence. */
  static String names(Workflow workflow, List<String> asks) {
    return asks.stream()
        .map(ask -> workflow.ask(ask).map(Reasons::name).orElse(ask))
        .collect(Collectors.joining(" and "));
  }

  /** How something that was asked is called: a decision by its number, an answer by its id. */
  static String name(Ask ask) {
    return ask.type() instanceof AskType.Decision decision
        ? decision.number()
        : Reckoning.readable(ask.id());
  }
}
