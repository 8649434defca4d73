package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.mono;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;
import static dev.aiwf.core.guide.Say.who;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Way;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.MenuChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What opens a step, and the menu that ends it. */
final class StepMessages {

  private StepMessages() {}

  static Content opening(Situation here, boolean live) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(here.step().title()));
    blocks.add(new Block.Paragraph(List.of(plain(here.step().opening()))));
    long optional = here.asks().stream().filter(ask -> !ask.required()).count();
    if (!here.asks().isEmpty()) {
      blocks.add(
          note(
              plain(
                  Words.count(here.asks().size(), "question")
                      + (optional == 0 ? "." : ", " + optional + " of them optional."))));
    }
    List<Ask> open = live ? here.open() : List.of();
    if (open.size() > 1) {
      Controls controls =
          new Controls(here.sidecar().id(), MessageKeys.visit(here.visit().number()));
      List<Button> buttons = new ArrayList<>();
      buttons.add(controls.open("Use a form", Button.Style.PLAIN, new FormRef.Asks(List.of())));
      List<String> recommended =
          open.stream().filter(ask -> here.recommended(ask).isPresent()).map(Ask::id).toList();
      if (!recommended.isEmpty()) {
        buttons.add(
            controls.send(
                "Take the recommended",
                Button.Style.PLAIN,
                new Action.TakeRecommended(recommended)));
      }
      blocks.add(new Block.Buttons(buttons));
    }
    return new Content(blocks);
  }

  static Content menu(Situation here) {
    Controls controls =
        new Controls(
            here.sidecar().id(), MessageKeys.menu(here.visit().number(), here.visit().shown()));
    List<Button> buttons = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    blocks.add(summary(here));
    for (Situation.Offer offer : here.menu()) {
      MenuChoice choice = offer.choice();
      if (offer.allowed()) {
        boolean leads = choice == MenuChoice.CONTINUE || choice == MenuChoice.EXIT;
        buttons.add(
            controls.send(
                choice.letter(),
                choice.label(),
                leads ? Button.Style.PRIMARY : Button.Style.PLAIN,
                new Action.Choose(choice.key(), here.visit().menu())));
      } else {
        blocks.add(note(plain(choice.label() + ": " + offer.whyNot())));
      }
    }
    blocks.add(new Block.Buttons(buttons));
    return new Content(blocks);
  }

  private static Block summary(Situation here) {
    int answers = 0;
    int decisions = 0;
    for (Ask ask : here.asks()) {
      if (here.sidecar().answers().to(ask.id()).isPresent()) {
        if (ask.type() instanceof AskType.Decision) {
          decisions++;
        } else {
          answers++;
        }
      }
    }
    List<String> parts = new ArrayList<>();
    if (answers > 0) {
      parts.add(Words.count(answers, "answer"));
    }
    if (decisions > 0) {
      parts.add(Words.count(decisions, "decision"));
    }
    if (here.gate().verdict() != null) {
      parts.add("gate " + here.gate().verdict().label());
    }
    return Say.line(
        strong(here.step().title()),
        plain(parts.isEmpty() ? "." : ": " + String.join(", ", parts) + "."));
  }

  /** Who chose what, and once it is there, the commit that came of it. */
  static Content answeredMenu(Situation here) {
    Sidecar sidecar = here.sidecar();
    Way.MenuAnswer answer = here.visit().answered();
    if (answer == null) {
      throw new IllegalStateException("the menu of visit " + here.visit().number() + " is open");
    }
    Content content =
        Content.of(
            plain("✔ "),
            strong(here.step().title()),
            plain(": " + answer.choice() + ", "),
            who(sidecar, answer.by()),
            plain(", " + Words.time(answer.at()) + "."));
    return commit(here)
        .map(commit ->
            content.and(
                note(
                    plain("Committed "),
                    mono(commit.sha().substring(0, 7)),
                    plain(" on "),
                    mono(branch(sidecar)),
                    plain(": " + String.join(", ", commit.files())))))
        .orElse(content);
  }

  /** The first commit of this step that was reported after this visit was left. */
  private static Optional<Repository.Commit> commit(Situation here) {
    Way.MenuAnswer answer = here.visit().answered();
    return here.sidecar().repository().commits().stream()
        .filter(commit -> commit.step().equals(here.step().id()))
        .filter(commit -> answer != null && !commit.at().isBefore(answer.at()))
        .findFirst();
  }

  private static String branch(Sidecar sidecar) {
    Repository.Place place = sidecar.repository().place();
    return place == null ? "" : place.branch();
  }
}
