package dev.aiwf.core.turn;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.guide.JoinMessages;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.rules.Joining;
import dev.aiwf.core.rules.Refusal;
import dev.aiwf.core.secret.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What only the sender of a command is told, in the chat where they are. */
final class Whispers {

  private Whispers() {}

  /** Whoever presses a button in a chat gets the no there, seen by nobody else. */
  static List<Effect> refused(Command command, Refusal refusal) {
    return to(command, List.of(Content.of(refusal.sentence())));
  }

  static List<Effect> accepted(Command command, List<Fact> facts) {
    List<Content> told = new ArrayList<>();
    facts.forEach(fact -> of(fact).ifPresent(told::add));
    removed(command).ifPresent(told::add);
    return to(command, told);
  }

  private static Optional<Content> of(Fact fact) {
    if (fact instanceof Fact.JoinAsked) {
      return Optional.of(Content.of(Joining.ASKED));
    }
    return fact instanceof Fact.Followed(_, var level)
        ? Optional.of(JoinMessages.follows(level))
        : Optional.empty();
  }

  /** What was blotted out of somebody's words still stands in the chat that they wrote it in. */
  private static Optional<Content> removed(Command command) {
    List<String> kinds = Masking.kinds(command.action().toString());
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Content.of(
                ("There was %s in that. It was taken out before anything was kept, but your"
                        + " message stands here as you wrote it: delete it, and if it is a real"
                        + " one, revoke it.")
                    .formatted(String.join(" and ", kinds))));
  }

  private static List<Effect> to(Command command, List<Content> told) {
    return command.sender() instanceof Sender.Human human && human.channel() != null
        ? told.stream()
            .<Effect>map(content -> new Effect.Whisper(human.channel(), human.person(), content))
            .toList()
        : List.of();
  }
}
