package dev.aiwf.engine;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.guide.TalkMessages;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Architect;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Conversation;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Spent;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.talk.Spoken;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.engine.rows.MessageTable;
import dev.aiwf.engine.rows.SpendTable;
import dev.aiwf.engine.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Has the architect answer: one turn of talk, from what it is told to what it brought in. */
final class Talks {

  private static final int MESSAGES = 300;

  private final Database database;
  private final Shelf shelf;
  private final Sketches sketches;
  private final Budget budget;

  /** The answers that are under way here, and whether somebody wants each to end. */
  private final Map<String, AtomicBoolean> underWay = new ConcurrentHashMap<>();

  private final Watch watch;

  Talks(Database database, Shelf shelf, Sketches sketches, Budget budget, Watch watch) {
    this.database = database;
    this.shelf = shelf;
    this.sketches = sketches;
    this.budget = budget;
    this.watch = watch;
  }

  /** Who is asked, and where it is shown. */
  record Means(
      Optional<Architect> architect,
      Optional<Knowledge> knowledge,
      Function<String, Optional<Surface>> surfaces) {}

  /** Has an answer stopped; where nobody is at it here, the project is told that it has ended. */
  Done stop(String talk) {
    AtomicBoolean stopped = underWay.get(talk);
    if (stopped == null) {
      return nothingSpent(talk, Optional.of(ended(talk, Fact.End.STOPPED)));
    }
    stopped.set(true);
    return Done.NOTHING;
  }

  /** Has it answer, unless nobody waits for that any more. */
  Done run(ProjectId project, Effect.Talk talk, Means means) throws InterruptedException {
    AtomicBoolean stopped = new AtomicBoolean();
    underWay.put(talk.talk(), stopped);
    try {
      return answered(project, talk, means, stopped);
    } finally {
      underWay.remove(talk.talk());
    }
  }

  private Done answered(ProjectId project, Effect.Talk talk, Means means, AtomicBoolean stopped)
      throws InterruptedException {
    Optional<Situation> here =
        shelf
            .project(project)
            .filter(held -> held.sidecar().conversation().answers(talk.talk()))
            .flatMap(held -> Situation.of(held.workflow(), held.sidecar()));
    return here.isEmpty()
        ? nothingSpent(talk.talk(), Optional.empty())
        : answered(here.get(), talk, means, stopped);
  }

  private Done answered(Situation here, Effect.Talk talk, Means means, AtomicBoolean stopped)
      throws InterruptedException {
    Conversation.Running running = here.sidecar().conversation().running();
    if (running != null && running.stopping()) {
      return nothingSpent(talk.talk(), Optional.of(ended(talk.talk(), Fact.End.STOPPED)));
    }
    if (means.architect().isEmpty()) {
      return givenUp(talk, "No model is set up any more. The questions go on.");
    }
    PersonId by = talk.by();
    Optional<String> over = budget.reserve(talk.talk(), here.sidecar().id(), by);
    return over.isPresent() ? givenUp(talk, over.get()) : talked(here, talk, means, stopped);
  }

  private Done talked(Situation here, Effect.Talk talk, Means means, AtomicBoolean stopped)
      throws InterruptedException {
    Sidecar sidecar = here.sidecar();
    List<Message> messages =
        database.read(handle -> MessageTable.latest(handle, sidecar.id(), MESSAGES));
    Spoken.Beginning beginning =
        new Spoken.Beginning(here, talk.talk(), messages, means.knowledge(), budget.caps().turn());
    try (Sketches.Sketching sketching =
        sketches.begin(
            sidecar,
            MessageKeys.talk(talk.talk()),
            soFar -> TalkMessages.underWay(sidecar, talk.talk(), soFar),
            means.surfaces())) {
      Architect architect = means.architect().orElseThrow();
      Spoken.Answered answered = Spoken.by(architect, beginning, new Watcher(sketching, stopped));
      Action.Talked talked = answered.talked();
      watch.answered(talked.how());
      watch.spent(!answered.model().equals(architect.model()), talked.spent());
      return settling(talk, sidecar.id(), answered);
    }
  }

  /** What it cost is written down with what it came to: neither is ever there without the other. */
  private Done settling(Effect.Talk talk, ProjectId project, Spoken.Answered answered) {
    Action.Talked talked = answered.talked();
    return handle ->
        Optional.of(
            budget
                .settle(handle, talk.talk(), project, talk.by(), answered.model(), talked.spent())
                .map(talked::near)
                .orElse(talked));
  }

  /** Shows the answer as it arrives. */
  private static final class Watcher implements Spoken.Watcher {
    private final Sketches.Sketching sketching;
    private final AtomicBoolean stopped;

    Watcher(Sketches.Sketching sketching, AtomicBoolean stopped) {
      this.sketching = sketching;
      this.stopped = stopped;
    }

    @Override
    public void hears(String soFar) {
      sketching.shows(soFar);
    }

    @Override
    public void called(Architect.Call call, Architect.Result result) {
      // What comes of it is shown once the answer is there.
    }

    @Override
    public boolean stopped() {
      return stopped.get();
    }
  }

  private static Action ended(String talk, Fact.End how) {
    return new Action.Talked(
        talk, "", List.of(), how, Spent.NOTHING, List.of(), List.of(), null, null);
  }

  /** There will be no answer, and this is why. */
  static Done givenUp(Effect.Talk talk, String why) {
    return nothingSpent(talk.talk(), Optional.of(silent(talk, why)));
  }

  /** What was set aside, now or before the program was killed, is given back. */
  private static Done nothingSpent(String talk, Optional<Action> report) {
    return handle -> {
      SpendTable.release(handle, talk);
      return report;
    };
  }

  private static Action silent(Effect.Talk talk, String why) {
    return new Action.Talked(
        talk.talk(),
        "",
        List.of(),
        Fact.End.SILENT,
        Spent.NOTHING,
        List.of(),
        List.of(),
        why,
        null);
  }
}
