package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;
import static dev.aiwf.core.guide.Say.who;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Level;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Team;
import java.util.List;
import java.util.Optional;

/** Who wants to be let in, and what a channel is told of how much it sees. */
public final class JoinMessages {

  private JoinMessages() {}

  /** The owner is asked; whoever it is may be somebody they have never heard of. */
  static Content asks(Sidecar sidecar, Team.Asking asking) {
    Controls controls = new Controls(sidecar.id(), MessageKeys.joining(asking.id()));
    return new Content(
        List.of(
            Say.line(
                who(sidecar, sidecar.team().owner()),
                plain(
                    ": %s (%s) wants to take part from %s."
                        .formatted(asking.person().name(), asking.person().id(), asking.where()))),
            note(
                plain(
                    asking.channel() == null
                        ? "Let in, they answer and decide as the others do."
                        : "Let in, they answer and decide as the others do, and all of it is shown"
                            + " there as well.")),
            Say.buttons(
                controls.send("Let in", Button.Style.PRIMARY, new Action.LetIn(asking.id())),
                controls.send("Keep out", Button.Style.PLAIN, new Action.KeepOut(asking.id())))));
  }

  /** What the request is left with once it is answered. */
  static Optional<Block> answered(Sidecar after, Entry entry) {
    return entry.fact() instanceof Fact.JoinAnswered(_, var letIn)
        ? Optional.of(note(plain(letIn ? "✔ Let in by " : "Kept out by "), who(after, entry.by())))
        : Optional.empty();
  }

  /** What a channel sees from here on. */
  public static Content follows(Level level) {
    return Content.of(
        plain(
            switch (level) {
              case EVERYTHING -> "Everything is shown here from here on.";
              case MILESTONES ->
                  "From here on this channel sees where the project stands, what each step came to,"
                      + " decisions and gates.";
              case GATES -> "From here on this channel sees where the project stands, and gates.";
            }));
  }
}
