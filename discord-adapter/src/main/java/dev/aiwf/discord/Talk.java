package dev.aiwf.discord;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.surface.Commands;
import dev.aiwf.core.surface.Reply;
import dev.aiwf.core.surface.ThreadWords;
import java.util.Locale;
import java.util.Optional;

/**
 * What people type: in a project's thread it is said to the project, elsewhere only if addressed.
 */
record Talk(
    Intake intake,
    Places places,
    Commands<Asker> commands,
    ThreadWords<Asker> words,
    DroppedFiles files,
    Answers answers,
    Whispers whispers) {

  private static final String PRIVATE = "Type /aiwf me for that: what it answers, only you see.";

  void said(Heard heard) {
    Asker asker = heard.asker();
    String event = Heard.event(place(asker), heard.id());
    Optional<Projects.Place> place = places.project(asker);
    try {
      if (place.isPresent()) {
        inThread(heard, place.get(), event);
      } else if (heard.addressed()) {
        // Which projects somebody takes part in is not for everybody to read.
        whispers.tell(asker, pickedByName(commands.asked(asker, heard.said(), event)));
      }
    } catch (Inbox.Busy e) {
      // Discord brings a message once only.
      answers.say(heard, Reply.of(Intake.BUSY));
    }
  }

  /** A message in a thread can't be answered so that nobody else sees it; a code is for one. */
  private static boolean secret(Heard heard) {
    return heard.said().strip().toLowerCase(Locale.ROOT).matches("me(\\s.*)?");
  }

  /** What is written to somebody directly can't be pressed, for that is said of no server. */
  private static Reply pickedByName(Reply reply) {
    return reply.choices().isEmpty()
        ? reply
        : Reply.of("Which project? There are several here: put its name at the end.");
  }

  private static String place(Asker asker) {
    return asker.thread() == null ? asker.channel() : asker.thread();
  }

  private void inThread(Heard heard, Projects.Place place, String event) throws Inbox.Busy {
    boolean takesPart = intake.takesPart(heard.asker(), place.project());
    if (heard.addressed() && secret(heard)) {
      answers.say(heard, Reply.of(PRIVATE));
    } else if (heard.addressed()) {
      words
          .said(heard.asker(), heard.said(), place, event, true)
          .ifPresent(reply -> answers.say(heard, reply));
    } else if (takesPart && !heard.words().isEmpty()) {
      // Whoever only reads along may talk there as well, and is not told each time that they can't.
      var _ =
          intake.accept(
              heard.asker(),
              event,
              null,
              place.project(),
              place.channel(),
              new Action.Say(heard.words(), true));
    }
    if (takesPart && !heard.files().isEmpty()) {
      files.offered(heard, place.project()).ifPresent(reply -> answers.say(heard, reply));
    }
  }
}
