package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.line;
import static dev.aiwf.core.guide.Say.mono;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.project.Conversation;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Remarks;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Aside;
import dev.aiwf.core.rules.Recommended;
import dev.aiwf.core.rules.Revising;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Method;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is shown because somebody wanted to see it. What was waited for is named again below it. */
final class Shows {

  private static final int METHODS_AT_ONCE = 5;

  private Shows() {}

  static Content of(Workflow workflow, Sidecar sidecar, Fact.Shown shown) {
    Optional<Situation> here = Situation.of(workflow, sidecar);
    return aside(here, content(workflow, sidecar, here, shown.topic(), shown.of()));
  }

  /** The beginning of a file that somebody wanted to see. */
  static Content of(Workflow workflow, Sidecar sidecar, Action.ArtifactRead read) {
    return aside(Situation.of(workflow, sidecar), FileMessages.shown(read));
  }

  private static Content aside(Optional<Situation> here, Content content) {
    return here.filter(Situation::underWay)
        .flatMap(Situation::next)
        .map(ask -> content.and(note(plain("Still open: " + ask.text()))))
        .orElse(content);
  }

  private static Content content(
      Workflow workflow,
      Sidecar sidecar,
      Optional<Situation> here,
      Fact.Topic topic,
      @Nullable String of) {
    Overviews overviews = new Overviews(workflow, sidecar);
    return switch (topic) {
      case PROGRESS -> overviews.progress();
      case REVIEW -> overviews.review();
      case DECISIONS -> overviews.decisions();
      case FIGURES -> overviews.figures();
      case FINDINGS -> FindingMessages.all(workflow, sidecar);
      case WARNINGS -> overviews.warnings();
      case PEOPLE -> overviews.people();
      case SUMMARY -> overviews.summary();
      case EXPORT -> overviews.export();
      case ARTIFACT -> FileMessages.known(workflow, sidecar, of);
      case DEPTH -> depth(sidecar);
      case HELP -> help(here.filter(Situation::underWay).isPresent(), sidecar);
      case GATE -> gate(workflow, sidecar, here);
      case REMINDER -> Waiting.reminder(sidecar, here);
      case MENU -> Content.of("Nothing is asked just now; the menu waits below.");
      case METHODS -> here.map(h -> methods(h, of)).orElseGet(Shows::tooEarly);
      case RECOMMENDED ->
          here.filter(Situation::underWay).map(Shows::recommended).orElseGet(Shows::tooEarly);
      case WHY -> here.flatMap(h -> why(h, of)).orElseGet(Shows::tooEarly);
      case REVISING -> here.flatMap(h -> revising(h, of)).orElseGet(Shows::whichOne);
    };
  }

  /** Where it waits, it stands below again; else it is said when one comes. */
  private static Content gate(Workflow workflow, Sidecar sidecar, Optional<Situation> here) {
    if (here.filter(Situation::gateWaits).isPresent()) {
      return Content.of("The gate is signed with its buttons, and only with these.");
    }
    return workflow.steps().stream()
        .filter(step -> step.gate() != null && sidecar.gate(step.id()).verdict() == null)
        .findFirst()
        .map(step -> Content.of("No gate waits here. One stands in " + step.title() + "."))
        .orElseGet(() -> Content.of("No gate waits, and none is to come."));
  }

  private static Content tooEarly() {
    return Content.of("Nothing has been asked or decided here yet.");
  }

  private static Content whichOne() {
    return Content.of(
        "Which answer? Type its name or number after the word, like \"revise budget_month\" or"
            + " \"revise arch-001\". Only what was answered can be revised.");
  }

  /** With nothing named: the question that is open, and else the decision taken last. */
  private static Optional<Content> why(Situation here, @Nullable String of) {
    Optional<Ask> meant =
        of != null ? here.workflow().ask(of) : here.next().or(() -> lastDecision(here));
    return meant
        .map(ask -> Reasons.why(here, ask))
        .or(() -> Optional.ofNullable(of).map(file -> FileReasons.why(here, file)));
  }

  private static Optional<Ask> lastDecision(Situation here) {
    return here.workflow().steps().stream()
        .flatMap(step -> step.asks().stream())
        .filter(ask -> ask.type() instanceof AskType.Decision)
        .filter(ask -> here.known().answer(ask.id()).isPresent())
        .max(
            Comparator.comparingLong(
                ask -> here.known().answer(ask.id()).map(Answers.Answer::fact).orElse(0L)));
  }

  private static Optional<Content> revising(Situation here, @Nullable String of) {
    return Optional.ofNullable(of).flatMap(here.workflow()::ask).map(ask -> revising(here, ask));
  }

  private static Content revising(Situation here, Ask ask) {
    Optional<Answers.Answer> given = here.known().answer(ask.id());
    if (given.isEmpty() && !Revising.wasPut(here, ask)) {
      return Content.of("That was not asked yet: " + ask.text());
    }
    Content now =
        new Content(
            List.of(
                line(
                    plain(ask.text() + " "),
                    strong(given.map(answer -> Words.value(ask, answer.value())).orElse("open"))),
                note(plain(Reasons.resting(here, ask)))));
    if (!here.underWay()) {
      return now;
    }
    long seen = given.map(Answers.Answer::fact).orElse(0L);
    return here.lockedBy(ask.id())
        .map(step ->
            now.and(
                note(plain("It stands: the design is locked since " + step.title() + " began."))))
        .orElseGet(() ->
            now.and(
                Say.buttons(
                    new Controls(here.sidecar().id(), "revise:" + ask.id())
                        .open(
                            given.isPresent() ? "Revise…" : "Answer…",
                            Button.Style.PLAIN,
                            new FormRef.Revise(ask.id(), seen)))));
  }

  /** Everything that one click would take, each with its reason. */
  private static Content recommended(Situation here) {
    Map<Ask, Recommended> offers = here.recommended();
    if (offers.isEmpty()) {
      return Content.of("The answers so far speak for nothing that is still open here.");
    }
    List<List<Span>> items = new ArrayList<>();
    offers.forEach((ask, offer) ->
        items.add(
            List.of(
                plain(ask.text() + " "),
                strong(Words.value(ask, offer.value())),
                plain(": " + offer.reason() + "."))));
    return new Content(
        List.of(
            line(strong("The answers so far speak for this:")),
            new Block.Bullets(items),
            Say.buttons(
                new Controls(here.sidecar().id(), "recommended:" + here.sidecar().number())
                    .send(
                        offers.size() == 1 ? "Take it" : "Take these " + offers.size(),
                        Button.Style.PRIMARY,
                        new Action.TakeRecommended(
                            offers.keySet().stream().map(Ask::id).toList())))));
  }

  private static Content methods(Situation here, @Nullable String of) {
    Optional<Ask> decision = Optional.ofNullable(of).flatMap(here.workflow()::ask);
    if (decision.isEmpty()) {
      return Content.of("There is no decision in this step yet to look at once more.");
    }
    Ask ask = decision.get();
    Set<String> used =
        here.sidecar().remarks().notesOn(ask.id()).stream()
            .map(Remarks.Note::method)
            .collect(Collectors.toSet());
    List<Method> methods =
        here.workflow().methods().stream()
            .filter(method -> !used.contains(method.id()))
            .filter(method -> method.fits().isEmpty() || method.fits().contains(ask.id()))
            .sorted(Comparator.comparing(method -> method.fits().isEmpty()))
            .limit(METHODS_AT_ONCE)
            .toList();
    Controls controls = new Controls(here.sidecar().id(), "methods:" + here.sidecar().number());
    List<Button> buttons = new ArrayList<>();
    List<List<Span>> items = new ArrayList<>();
    for (Method method : methods) {
      items.add(List.of(strong(method.title()), plain(": " + method.what())));
      buttons.add(
          here.sidecar().conversation().talks()
              ? controls.send(
                  method.title(), Button.Style.PLAIN, new Action.Analyse(ask.id(), method.id()))
              : controls.open(
                  method.title() + "…",
                  Button.Style.PLAIN,
                  new FormRef.Note(ask.id(), method.id())));
    }
    buttons.add(
        controls.open("Just a note…", Button.Style.PLAIN, new FormRef.Note(ask.id(), null)));
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        line(
            plain("Once more: "),
            strong(Reasons.name(ask) + " " + decided(here, ask) + "."),
            plain(" Pick a way to look at it; what comes of it stands beside the decision.")));
    if (!items.isEmpty()) {
      blocks.add(new Block.Bullets(items));
    }
    blocks.add(new Block.Buttons(buttons));
    return new Content(blocks);
  }

  private static String decided(Situation here, Ask ask) {
    return here.known().answer(ask.id()).map(answer -> Words.value(ask, answer.value())).orElse("");
  }

  private static Content depth(Sidecar sidecar) {
    Controls controls = new Controls(sidecar.id(), "depth:" + sidecar.number());
    List<Button> others =
        Arrays.stream(Depth.values())
            .filter(depth -> depth != sidecar.depth())
            .filter(_ -> sidecar.status() == Status.IN_PROGRESS)
            .map(depth ->
                controls.send(label(depth), Button.Style.PLAIN, new Action.ChangeDepth(depth)))
            .toList();
    return new Content(
        List.of(
            line(plain("This project is at "), strong(sidecar.depth().key()), plain(" depth.")),
            new Block.Bullets(
                List.of(
                    List.of(
                        strong("quick"), plain(": what the architecture and a first plan need")),
                    List.of(strong("standard"), plain(": what a team needs to build and run it")),
                    List.of(
                        strong("thorough"), plain(": every setting, with nothing left to habit")))),
            new Block.Buttons(others)));
  }

  static String label(Depth depth) {
    return Character.toUpperCase(depth.key().charAt(0)) + depth.key().substring(1) + " depth";
  }

  private static Content help(boolean underWay, Sidecar sidecar) {
    List<List<Span>> words = new ArrayList<>();
    if (underWay) {
      words.add(List.of(mono("skip"), plain(" leaves an optional question open")));
      words.add(List.of(mono("undo"), plain(" takes back the last answer of this step")));
      words.add(
          List.of(mono("take the recommended"), plain(" takes what the answers so far speak for")));
      words.add(List.of(mono("depth quick"), plain(", standard or thorough: from here on")));
    }
    Conversation conversation = sidecar.conversation();
    if (underWay && conversation.model() != null) {
      words.add(
          conversation.off()
              ? List.of(mono("architect on"), plain(" has the architect talk again"))
              : List.of(mono("architect off"), plain(" has the questions lead, without a model")));
    }
    Aside.WORDS.forEach((word, meaning) -> {
      if (meaning.shows() != null) {
        String about = meaning.about() == null ? "" : " " + meaning.about();
        words.add(List.of(mono(word + about), plain(" shows " + meaning.shows())));
      }
    });
    return new Content(
        List.of(
            line(
                plain(
                    underWay && conversation.leads()
                        ? "Tell the architect what you know, or ask it. These words act at once:"
                        : underWay
                            ? "Type the answer to the question that is open, or one of these:"
                            : "The project is %s. These can be typed:"
                                .formatted(Words.status(sidecar.status())))),
            new Block.Bullets(words),
            note(plain("Menus and gates are answered with buttons only."))));
  }
}
