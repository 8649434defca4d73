package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.strong;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the conversation must still find out, where the architect leads it. */
final class AgendaMessages {

  private static final int MOST = 3;

  private AgendaMessages() {}

  /** Nothing before anybody spoke: the step's opening says it all. */
  static Optional<Content> open(Situation here) {
    if (here.visit().shown() == 0) {
      return Optional.empty();
    }
    List<Ask> open = here.open();
    List<List<Span>> items = new ArrayList<>();
    open.stream().limit(MOST).forEach(ask -> items.add(List.of(plain(ask.text()))));
    if (open.size() > MOST) {
      items.add(List.of(plain("and %d more".formatted(open.size() - MOST))));
    }
    Controls controls =
        new Controls(
            here.sidecar().id(), MessageKeys.agenda(here.visit().number(), here.visit().shown()));
    return Optional.of(
        new Content(
            List.of(
                Say.line(strong(Words.are(open.size(), "question") + " open.")),
                new Block.Bullets(items),
                Say.buttons(
                    controls.open(
                        "Use a form", Button.Style.PLAIN, new FormRef.Asks(List.of()))))));
  }
}
