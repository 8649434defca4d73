package dev.aiwf.slack;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.surface.Commands;
import dev.aiwf.core.surface.Reply;
import dev.aiwf.core.surface.ThreadWords;
import java.util.Optional;

/**
 * What people type: in a project's thread it is said to the project, elsewhere only if addressed.
 */
record Talk(
    Intake intake,
    Projects projects,
    Commands<Asker> commands,
    ThreadWords<Asker> words,
    DroppedFiles files,
    Whispers whispers,
    Door door) {

  /** Slack brings an event three times more, and then no more. */
  static final int LAST_RETRY = 3;

  void said(Heard heard) throws Inbox.Busy {
    Asker asker = heard.asker();
    if (!door.open(asker)) {
      return;
    }
    // Not the event's id: a mention comes as two events that share nothing else.
    String event = event(asker, heard.ts());
    Optional<Projects.Place> place = place(asker);
    if (place.isPresent()) {
      inThread(heard, place.get(), event);
    } else if (heard.mention() || (asker.alone() && !heard.words().isEmpty())) {
      whispers.tell(asker, commands.asked(asker, heard.said(), event));
    }
  }

  private void inThread(Heard heard, Projects.Place place, String event) throws Inbox.Busy {
    if (heard.addressed()) {
      Optional<Reply> reply =
          words.said(heard.asker(), heard.said(), place, event, heard.mention());
      // A mention comes as two events; what is not stored is answered to one of them.
      if (heard.mention()) {
        reply.ifPresent(said -> whispers.tell(heard.asker(), said));
      }
    } else if (!heard.words().isEmpty()) {
      var _ =
          intake.accept(
              heard.asker(),
              event,
              null,
              place.project(),
              place.channel(),
              new Action.Say(heard.words(), true));
    }
    // A mention comes as a second event, which has the files as well.
    if (!heard.files().isEmpty()) {
      files.offer(heard.asker(), place.project(), heard.files());
    }
  }

  static String event(Asker asker, String ts) {
    return "message:" + asker.channel() + ":" + ts;
  }

  private Optional<Projects.Place> place(Asker asker) {
    return asker.thread() == null
        ? Optional.empty()
        : projects.posted(SlackChannel.SURFACE, asker.channel(), asker.thread());
  }

  /** Nobody is left in the belief that they were heard. */
  void givenUp(Heard heard) {
    whispers.tell(heard.asker(), Content.of(Intake.BUSY));
  }
}
