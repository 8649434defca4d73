package dev.aiwf.core.rules;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Contribution;
import dev.aiwf.core.project.Conversation;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the architect speaks, and what of it counts. */
public final class Conversing {

  private Conversing() {}

  /** What the project learns where another model talks than it knows of, or none does. */
  public static List<Fact> changed(Sidecar sidecar, @Nullable String model) {
    return Objects.equals(model, sidecar.conversation().model())
        ? List.of()
        : List.of(new Fact.ArchitectChanged(model));
  }

  /**
   * What comes of words: it answers whoever speaks to it, and the one who was asked; everything
   * else it reads before it speaks the next time.
   */
  static List<Fact> spoken(Situation here, Command command, Action.Say say) {
    return say.overheard() && !wasAsked(here, command.sender())
        ? List.of()
        : List.of(begins(here.sidecar(), command, null));
  }

  /** A brief is read as soon as it is there. */
  static List<Fact> briefed(Sidecar sidecar, Command command) {
    return sidecar.conversation().talks() ? List.of(begins(sidecar, command, null)) : List.of();
  }

  private static boolean wasAsked(Situation here, Sender sender) {
    return here.next().isPresent()
        && sender instanceof Sender.Human human
        && here.waitedFor().stream().anyMatch(human::is);
  }

  private static Fact begins(
      Sidecar sidecar, Command command, Conversation.@Nullable Analysis about) {
    return sidecar.conversation().running() == null
        ? new Fact.TalkBegun(command.id(), about)
        : new Fact.TalkWanted();
  }

  static Outcome analyse(Situation here, Command command, Action.Analyse action) {
    if (!here.sidecar().conversation().talks()) {
      return Outcome.conflict("No model is set up here; note what comes of it yourself.");
    }
    boolean decided =
        here.workflow()
            .ask(action.ask())
            .filter(ask -> ask.type() instanceof AskType.Decision)
            .filter(ask -> here.known().answer(ask.id()).isPresent())
            .isPresent();
    if (!decided) {
      return Outcome.conflict("There is no such decision yet to look at once more.");
    }
    if (here.workflow().methods().stream().noneMatch(m -> m.id().equals(action.method()))) {
      return Outcome.invalid("method", "This workflow knows no method of that name.");
    }
    return here.sidecar().conversation().running() != null
        ? Outcome.conflict("The architect is answering just now. Try again when it has.")
        : Outcome.of(
            begins(
                here.sidecar(), command, new Conversation.Analysis(action.ask(), action.method())));
  }

  static Outcome stop(Sidecar sidecar, Action.StopTalk action) {
    Conversation.Running running = sidecar.conversation().running();
    return running == null || !running.talk().equals(action.talk()) || running.stopping()
        ? Outcome.conflict("That answer has come to its end already.")
        : Outcome.of(new Fact.TalkStopped(action.talk()));
  }

  static Outcome turned(Sidecar sidecar, Action.SwitchArchitect action) {
    Conversation conversation = sidecar.conversation();
    if (conversation.model() == null) {
      return Outcome.conflict("No model is set up, so there is nobody to switch on or off.");
    }
    return conversation.off() != action.on()
        ? Outcome.conflict("The architect is %s already.".formatted(action.on() ? "on" : "off"))
        : Outcome.of(new Fact.ArchitectSwitched(action.on()));
  }

  /** What was brought in counts where the project still stands where it was asked. */
  static Outcome talked(Workflow workflow, Sidecar sidecar, Command command, Action.Talked talked) {
    Conversation.Running running = sidecar.conversation().running();
    if (running == null || !running.talk().equals(talked.talk())) {
      return Outcome.of();
    }
    Folding folding = new Folding(workflow, sidecar, command);
    if (!talked.came().isEmpty()) {
      sidecar
          .visit()
          .filter(visit -> workflow.find(visit.step()).isPresent())
          .ifPresent(visit ->
              folding.add(
                  List.of(new Fact.Consulted(visit.step(), talked.came(), null, List.of()))));
    }
    boolean left =
        running.visit() != sidecar.visitNumber() || sidecar.status() != Status.IN_PROGRESS;
    int dropped = left ? talked.contributions().size() : folding.contributed(talked);
    folding.add(
        List.of(
            new Fact.TalkEnded(
                talked.talk(),
                talked.how(),
                talked.spent(),
                talked.trouble(),
                dropped,
                talked.near())));
    if (sidecar.conversation().again()
        && sidecar.status() == Status.IN_PROGRESS
        && sidecar.conversation().talks()
        && talked.trouble() == null) {
      folding.add(List.of(new Fact.TalkBegun(command.id(), null)));
    }
    return Outcome.of(folding.facts);
  }

  /** Takes one contribution after the other, each on what came of those before it. */
  private static final class Folding {
    private final Workflow workflow;
    private final Command command;
    private final List<Fact> facts = new ArrayList<>();
    private Sidecar now;

    Folding(Workflow workflow, Sidecar now, Command command) {
      this.workflow = workflow;
      this.now = now;
      this.command = command;
    }

    int contributed(Action.Talked talked) {
      int dropped = 0;
      for (Contribution contribution : talked.contributions()) {
        Optional<Situation> here = Situation.of(workflow, now);
        if (here.isPresent()
            && Contributing.facts(here.get(), talked.talk(), contribution)
                instanceof Outcome.Accepted(var accepted)) {
          add(accepted);
        } else {
          dropped++;
        }
      }
      return dropped;
    }

    void add(List<Fact> more) {
      now = Evolve.with(now, more, command.sender().id(), command.at(), command.id());
      facts.addAll(more);
    }
  }
}
