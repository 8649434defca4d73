package dev.aiwf.slack;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people type: in a project's thread it is said to the project, elsewhere only if addressed.
 */
record Talk(Intake intake, Projects projects, Commands commands, Whispers whispers) {

  /** Slack brings an event three times more, and then no more. */
  static final int LAST_RETRY = 3;

  void said(Heard heard) throws Inbox.Busy {
    Asker asker = heard.asker();
    // Not the event's id: a mention comes as two events that share nothing else.
    String event = "message:" + asker.channel() + ":" + heard.ts();
    Optional<Projects.Place> place = place(asker);
    if (place.isPresent()) {
      Action action = action(heard);
      if (action != null) {
        intake.accept(asker, event, null, place.get().project(), place.get().channel(), action);
      }
    } else if (heard.mention()) {
      whispers.tell(asker, commands.asked(asker, heard.words(), event));
    }
  }

  private static @Nullable Action action(Heard heard) {
    String words = heard.words();
    if (!heard.addressed()) {
      // A file without a word says nothing yet.
      return words.isEmpty() ? null : new Action.Say(words);
    }
    return switch (words.toLowerCase(Locale.ROOT)) {
      case "" -> new Action.Say("help");
      case "stop" -> new Action.Stop();
      default -> new Action.Say(words);
    };
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
