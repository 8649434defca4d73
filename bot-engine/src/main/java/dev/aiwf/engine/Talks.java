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

  /** Has an answer stopped; what the project is told where nobody is at it here. */
  Optional<Action> stop(String talk) {
    AtomicBoolean stopped = underWay.get(talk);
    if (stopped == null) {
      return Optional.of(ended(talk, Fact.End.STOPPED));
    }
    stopped.set(true);
    return Optional.empty();
  }

  /** What the project is told of it; none where it is not waited for any more. */
  Optional<Action> run(ProjectId project, Effect.Talk talk, Means means)
      throws InterruptedException {
    AtomicBoolean stopped = new AtomicBoolean();
    underWay.put(talk.talk(), stopped);
    try {
      return answered(project, talk, means, stopped);
    } finally {
      underWay.remove(talk.talk());
    }
  }

  private Optional<Action> answered(
      ProjectId project, Effect.Talk talk, Means means, AtomicBoolean stopped)
      throws InterruptedException {
    Optional<Situation> here =
        shelf
            .project(project)
            .filter(held -> held.sidecar().conversation().answers(talk.talk()))
            .flatMap(held -> Situation.of(held.workflow(), held.sidecar()));
    return here.isEmpty()
        ? Optional.empty()
        : Optional.of(answered(here.get(), talk, means, stopped));
  }

  private Action answered(Situation here, Effect.Talk talk, Means means, AtomicBoolean stopped)
      throws InterruptedException {
    Conversation.Running running = here.sidecar().conversation().running();
    if (running != null && running.stopping()) {
      return ended(talk.talk(), Fact.End.STOPPED);
    }
    if (means.architect().isEmpty()) {
      return silent(talk, "No model is set up any more. The questions go on.");
    }
    PersonId by = talk.by();
    Optional<String> over = budget.reserve(talk.talk(), here.sidecar().id(), by);
    return over.isPresent() ? silent(talk, over.get()) : talked(here, talk, means, stopped);
  }

  private Action talked(Situation here, Effect.Talk talk, Means means, AtomicBoolean stopped)
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
      Action.Talked talked =
          Spoken.by(
              architect,
              beginning,
              new Watcher(sketching, stopped),
              spent -> settled(talk, sidecar, architect.model(), spent));
      watch.answered(talked.how());
      return talked;
    }
  }

  private Optional<String> settled(
      Effect.Talk talk, Sidecar sidecar, String first, Architect.Spent spent) {
    Spent all = new Spent(spent.read(), spent.written(), spent.cost());
    watch.spent(!spent.model().equals(first), all);
    return budget.settle(talk.talk(), sidecar.id(), talk.by(), spent.model(), all);
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

  /** There is no answer, and this is why. */
  static Action silent(Effect.Talk talk, String why) {
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
