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
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Way;
import dev.aiwf.core.rules.OpenPoints;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Step;
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
    if (live && here.workflow().steps().contains(here.step())) {
      blocks.addAll(criteria("It begins with this:", phase(here).entry()));
    }
    long optional = here.asks().stream().filter(ask -> !ask.required()).count();
    if (!here.asks().isEmpty()) {
      blocks.add(
          note(
              plain(
                  Words.count(here.asks().size(), "question")
                      + (optional == 0 ? "." : ", " + optional + " of them optional."))));
    }
    List<Ask> open = live ? here.open() : List.of();
    if (live && begins(here)) {
      blocks.add(
          note(
              plain(Shows.label(here.sidecar().depth()) + ". " + leads(here) + "Type "),
              Say.mono("help"),
              plain(" at any time.")));
    }
    if (open.size() > 1) {
      Controls controls =
          new Controls(here.sidecar().id(), MessageKeys.visit(here.visit().number()));
      List<Button> buttons = new ArrayList<>();
      buttons.add(controls.open("Use a form", Button.Style.PLAIN, new FormRef.Asks(List.of())));
      if (!here.recommended().isEmpty()) {
        buttons.add(
            controls.send(
                "Take the recommended…",
                Button.Style.PLAIN,
                new Action.Show(Fact.Topic.RECOMMENDED, null)));
      }
      if (begins(here)) {
        buttons.addAll(beginning(here, controls));
      }
      blocks.add(new Block.Buttons(buttons));
    }
    return new Content(blocks);
  }

  /** Who leads, as far as that is worth a word. */
  private static String leads(Situation here) {
    return here.sidecar().conversation().leads()
        ? "Tell it in your own words; the architect sorts it, proposes, and decides nothing. "
        : "";
  }

  /** Whether nothing was waited for before this visit. */
  private static boolean begins(Situation here) {
    return here.sidecar().way().visits().stream()
        .takeWhile(visit -> visit.number() < here.visit().number())
        .allMatch(visit -> here.workflow().step(visit.step()).passing());
  }

  /** What can be set while nothing is answered yet. */
  private static List<Button> beginning(Situation here, Controls controls) {
    List<Button> buttons = new ArrayList<>();
    if (here.sidecar().remarks().brief() == null) {
      List<String> documents = here.sidecar().remarks().documents();
      if (!documents.isEmpty()) {
        buttons.add(
            controls.send(
                "Brief from " + BriefMessages.named(documents),
                Button.Style.PLAIN,
                new Action.ReadBrief()));
      }
      buttons.add(controls.open("Give a brief", Button.Style.PLAIN, new FormRef.Brief()));
    }
    for (Depth depth : Depth.values()) {
      if (depth != here.sidecar().depth()) {
        buttons.add(
            controls.send(Shows.label(depth), Button.Style.PLAIN, new Action.ChangeDepth(depth)));
      }
    }
    return buttons;
  }

  static Content menu(Situation here) {
    Controls controls =
        new Controls(
            here.sidecar().id(), MessageKeys.menu(here.visit().number(), here.visit().shown()));
    List<Button> buttons = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    if (here.visit().leaving()) {
      blocks.addAll(leaving(here));
    } else {
      blocks.add(summary(here));
    }
    if (!here.visit().leaving()) {
      here.step().figures().stream()
          .filter(figure -> !figure.aside())
          .flatMap(figure -> here.known().worked(figure).stream())
          .forEach(worked -> blocks.add(note(Reasons.figure(worked))));
      if (here.workflow().steps().contains(here.step())) {
        blocks.addAll(criteria("It is done when this is so:", phase(here).exit()));
      }
    }
    for (Situation.Offer offer : here.menu()) {
      MenuChoice choice = offer.choice();
      if (offer.allowed()) {
        boolean leads =
            choice == MenuChoice.CONTINUE
                || choice == MenuChoice.EXIT
                || choice == MenuChoice.FINISH;
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

  private static Phase phase(Situation here) {
    return here.workflow().phase(here.step().phase());
  }

  /** What a phase begins with, or how one knows that it is done. */
  private static List<Block> criteria(String what, List<String> lines) {
    return lines.isEmpty()
        ? List.of()
        : List.of(
            note(plain(what)),
            new Block.Bullets(lines.stream().map(line -> List.of(plain(line))).toList()));
  }

  /** Finishing is confirmed, knowing what is still open. */
  private static List<Block> leaving(Situation here) {
    OpenPoints open = OpenPoints.of(here.workflow(), here.sidecar(), here.known());
    List<String> parts = new ArrayList<>();
    count(parts, open.asks().size(), "question");
    count(parts, open.warnings().size(), "warning");
    count(parts, open.conditions().size(), "condition");
    return List.of(
        Say.line(
            strong("Finish " + here.sidecar().name() + "? "),
            plain("Its files are committed once more, and no answer in it changes after that.")),
        note(
            plain(
                parts.isEmpty()
                    ? "Nothing is open."
                    : "Still open: " + String.join(", ", parts) + ". The documents list them.")));
  }

  private static void count(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(Words.count(count, what));
    }
  }

  /** Whoever comes back is told where the project goes on, and for whom it waits. */
  private static Block comingBack(Situation here) {
    String next =
        here.workflow().steps().stream()
            .filter(step -> !step.passing())
            .filter(step -> !here.sidecar().way().completed().contains(step.id()))
            .filter(step -> !here.sidecar().way().skipped().containsKey(step.id()))
            .map(Step::title)
            .findFirst()
            .orElse("its end");
    return Say.line(
        strong(here.sidecar().name()),
        plain(" goes on with " + next + " and waits for "),
        who(here.sidecar(), here.sidecar().team().owner()),
        plain(". What was completed stays as it is."));
  }

  private static Block summary(Situation here) {
    if (!here.workflow().steps().contains(here.step())) {
      return comingBack(here);
    }
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
                    mono(Words.commit(commit.sha())),
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
