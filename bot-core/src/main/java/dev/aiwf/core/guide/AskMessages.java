package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;
import static dev.aiwf.core.guide.Say.who;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Recall;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a question is put, and what it becomes once it is answered. */
final class AskMessages {

  /** What an ask speaks of beside which data sources are worth a look. */
  private static final String SOURCES = "data sources";

  /** The newest ones; a message is for people to read. */
  private static final int MOST_SOURCES = 5;

  private AskMessages() {}

  static Content open(Situation here, Ask ask) {
    List<Block> blocks = new ArrayList<>();
    int place = here.asks().indexOf(ask) + 1;
    blocks.add(
        new Block.Paragraph(
            List.of(plain(place + "/" + here.asks().size() + " "), strong(ask.text()))));
    here.sidecar()
        .answers()
        .to(ask.id())
        .filter(Answers.Answer::stale)
        .ifPresent(answer -> blocks.add(stale(here, ask, answer)));
    if (ask.help() != null) {
      blocks.add(note(plain(ask.help())));
    }
    String brief = here.sidecar().remarks().brief();
    if (brief != null) {
      blocks.add(new Block.Recalled(brief, subject(ask)));
    }
    if (Recall.share(SOURCES, subject(ask))) {
      List<String> sources = here.sidecar().remarks().sources();
      sources.subList(Math.max(0, sources.size() - MOST_SOURCES), sources.size()).stream()
          .map(source -> new Block.Recalled(source, subject(ask)))
          .forEach(blocks::add);
    }
    explained(ask.type()).ifPresent(blocks::add);
    blocks.addAll(Reasons.recommendation(here, ask));
    blocks.addAll(FindingMessages.beside(here, ask));
    blocks.add(new Block.Buttons(buttons(here, ask)));
    return new Content(blocks);
  }

  private static Block stale(Situation here, Ask ask, Answers.Answer answer) {
    return note(
        plain("It was "),
        strong(Words.value(ask, answer.value())),
        plain(", and rests on "),
        plain(Reasons.names(here.workflow(), answer.staleBecause())),
        plain(", which changed. Confirm it or choose anew."));
  }

  /** Each with its place, which can be typed. */
  private static Optional<Block> explained(AskType type) {
    List<List<Span>> items = new ArrayList<>();
    for (AskType.Option option : type.options()) {
      if (option.help() != null) {
        int place = type.options().indexOf(option) + 1;
        items.add(List.of(plain(place + " "), strong(option.label()), plain(": " + option.help())));
      }
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(new Block.Bullets(items));
  }

  /** The words that tell which part of a brief bears on an ask. */
  private static String subject(Ask ask) {
    return Stream.concat(
            Stream.of(ask.text(), ask.id().replace('_', ' ')),
            ask.type().options().stream().map(AskType.Option::label))
        .collect(Collectors.joining(" "));
  }

  private static List<Button> buttons(Situation here, Ask ask) {
    Controls controls =
        new Controls(project(here), MessageKeys.ask(here.visit().number(), ask.id()));
    Optional<String> recommended = here.recommended(ask).map(r -> r.value().text());
    List<Button> buttons = new ArrayList<>();
    for (AskType.Option option : ask.type().options()) {
      boolean star = recommended.filter(option.key()::equals).isPresent();
      String label = star ? option.label() + " ★" : option.label();
      Button.Style style = star ? Button.Style.PRIMARY : Button.Style.PLAIN;
      buttons.add(
          ask.type() instanceof AskType.Decision
              ? controls.open(label, style, new FormRef.Decide(ask.id(), option.key()))
              : controls.send(
                  label,
                  style,
                  Action.Answer.ofOpen(Map.of(ask.id(), new Input.Text(option.key())))));
    }
    if (ask.type().options().isEmpty()) {
      buttons.add(
          controls.open("Answer…", Button.Style.PLAIN, new FormRef.Asks(List.of(ask.id()))));
    }
    if (!ask.required()) {
      buttons.add(controls.send("Skip", Button.Style.PLAIN, new Action.Skip(ask.id())));
    }
    return buttons;
  }

  static Content answered(Situation here, Ask ask, boolean live) {
    Optional<Answers.Answer> answer = here.sidecar().answers().to(ask.id());
    Content content =
        answer
            .map(a ->
                Content.of(
                    plain("✔ " + ask.text() + " "),
                    strong(Words.value(ask, a.value())),
                    plain(", "),
                    who(here.sidecar(), a.by())))
            .orElseGet(() -> Content.of(plain("– " + ask.text() + " Left open.")));
    return here.sidecar()
        .answers()
        .lastChange()
        .filter(change -> live && asksOf(here.sidecar(), change).equals(List.of(ask.id())))
        .map(change ->
            content.and(undo(here, MessageKeys.ask(here.visit().number(), ask.id()), change)))
        .orElse(content);
  }

  /** The asks that a change answered or left open; what went stale with it is not among them. */
  static List<String> asksOf(Sidecar sidecar, Answers.Change change) {
    Answers answers = sidecar.answers();
    return change.before().stream()
        .map(Answers.Before::ask)
        .filter(ask ->
            answers
                .to(ask)
                .map(answer -> answer.command().equals(change.command()))
                .orElseGet(() -> answers.left().contains(ask)))
        .toList();
  }

  /** Several answers that came at once are one line with one undo. */
  static Content recorded(Situation here, Answers.Change change, boolean live) {
    List<String> asks = asksOf(here.sidecar(), change);
    String values =
        asks.stream()
            .flatMap(ask -> here.workflow().ask(ask).stream())
            .flatMap(ask ->
                here.sidecar().answers().to(ask.id()).stream()
                    .filter(answer -> !answer.stale())
                    .map(answer -> Clean.shortened(Words.value(ask, answer.value()), 80)))
            .collect(Collectors.joining(" · "));
    Content content =
        Content.of(
            strong("Recorded " + Words.count(asks.size(), "answer") + ": "),
            plain(values + ", "),
            who(here.sidecar(), change.by()));
    boolean last = here.sidecar().answers().lastChange().filter(change::equals).isPresent();
    return live && last
        ? content.and(undo(here, MessageKeys.recorded(change.command()), change))
        : content;
  }

  private static Block undo(Situation here, String message, Answers.Change change) {
    return Say.buttons(
        new Controls(project(here), message)
            .send("Undo", Button.Style.PLAIN, new Action.Undo(change.command())));
  }

  private static ProjectId project(Situation here) {
    return here.sidecar().id();
  }
}
