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
import dev.aiwf.core.talk.Briefing;
import dev.aiwf.core.talk.Hearing;
import dev.aiwf.core.turn.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has the architect answer: one turn of talk, from what it is told to what it brought in. */
final class Talks {

  private static final int MESSAGES = 300;
  private static final int ROUNDS = 8;
  private static final int WRITTEN = 2_000;
  private static final int READ = 20_000;
  private static final int MOST = 10_000_000;

  private final Database database;
  private final Shelf shelf;
  private final Sketches sketches;
  private final Budget budget;
  private final Set<String> stopped = ConcurrentHashMap.newKeySet();

  Talks(Database database, Shelf shelf, Sketches sketches, Budget budget) {
    this.database = database;
    this.shelf = shelf;
    this.sketches = sketches;
    this.budget = budget;
  }

  /** Who is asked, and where it is shown. */
  record Means(
      Optional<Architect> architect,
      Optional<Knowledge> knowledge,
      Function<String, Optional<Surface>> surfaces) {}

  /** Has an answer stopped that is under way here. */
  void stop(String talk) {
    stopped.add(talk);
  }

  /** What the project is told of it; none where it is not waited for any more. */
  Optional<Action> run(ProjectId project, Effect.Talk talk, Means means)
      throws InterruptedException {
    Optional<Situation> here =
        shelf
            .project(project)
            .filter(held -> held.sidecar().conversation().answers(talk.talk()))
            .flatMap(held -> Situation.of(held.workflow(), held.sidecar()));
    if (here.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(answered(here.get(), talk, means));
    } finally {
      stopped.remove(talk.talk());
    }
  }

  private Action answered(Situation here, Effect.Talk talk, Means means)
      throws InterruptedException {
    Conversation.Running running = here.sidecar().conversation().running();
    if (running != null && running.stopping()) {
      return ended(talk, Fact.End.STOPPED);
    }
    if (means.architect().isEmpty()) {
      return silent(talk, "No model is set up any more. The questions go on.");
    }
    PersonId by = talk.by();
    Optional<String> over = budget.reserve(talk.talk(), here.sidecar().id(), by);
    return over.isPresent()
        ? silent(talk, over.get())
        : talked(here, talk, means.architect().get(), means);
  }

  private Action talked(Situation here, Effect.Talk talk, Architect architect, Means means)
      throws InterruptedException {
    Sidecar sidecar = here.sidecar();
    List<Message> messages =
        database.read(handle -> MessageTable.latest(handle, sidecar.id(), MESSAGES));
    Hearing hearing = new Hearing(here, talk.talk(), messages, means.knowledge());
    Architect.Limits limits = limits(budget.caps().turn());
    Architect.Talk told = Briefing.of(here, messages, means.knowledge().isPresent(), limits);
    try (Sketches.Sketching sketching =
        sketches.begin(sidecar, MessageKeys.talk(talk.talk()), means.surfaces())) {
      Architect.Answer answer =
          architect.talk(told, new Ear(sidecar, talk.talk(), hearing, sketching));
      Spent spent = spent(answer.spent());
      return new Action.Talked(
          talk.talk(),
          answer.text(),
          hearing.written(answer.text()),
          end(answer.end()),
          spent,
          hearing.contributions(),
          hearing.came(),
          null,
          settled(talk, sidecar, answer.spent()));
    } catch (Architect.Silent e) {
      return new Action.Talked(
          talk.talk(),
          "",
          List.of(),
          Fact.End.SILENT,
          spent(e.spent()),
          hearing.contributions(),
          hearing.came(),
          String.valueOf(e.getMessage()),
          settled(talk, sidecar, e.spent()));
    }
  }

  private @Nullable String settled(Effect.Talk talk, Sidecar sidecar, Architect.Spent spent) {
    return budget
        .settle(talk.talk(), sidecar.id(), talk.by(), spent.model(), spent(spent))
        .orElse(null);
  }

  /** Hears the answer as it arrives. */
  private final class Ear implements Architect.Listener {
    private final Sidecar sidecar;
    private final String talk;
    private final Hearing hearing;
    private final Sketches.Sketching sketching;

    Ear(Sidecar sidecar, String talk, Hearing hearing, Sketches.Sketching sketching) {
      this.sidecar = sidecar;
      this.talk = talk;
      this.hearing = hearing;
      this.sketching = sketching;
    }

    @Override
    public void hear(String soFar) {
      sketching.shows(TalkMessages.underWay(sidecar, talk, soFar));
    }

    @Override
    public Architect.Result call(Architect.Call call) throws InterruptedException {
      return hearing.call(call);
    }

    @Override
    public boolean stopped() {
      return stopped.contains(talk);
    }
  }

  /** Small enough that there is room for tools under whatever cap was set. */
  private static Architect.Limits limits(long turn) {
    int all = Math.toIntExact(Math.min(turn, MOST));
    return new Architect.Limits(ROUNDS, Math.min(READ, all / 3), Math.min(WRITTEN, all / 10), all);
  }

  private static Fact.End end(Architect.End end) {
    return switch (end) {
      case WHOLE -> Fact.End.WHOLE;
      case STOPPED -> Fact.End.STOPPED;
      case CUT -> Fact.End.CUT;
    };
  }

  private static Spent spent(Architect.Spent spent) {
    return new Spent(spent.read(), spent.written(), spent.cost());
  }

  private static Action ended(Effect.Talk talk, Fact.End how) {
    return new Action.Talked(
        talk.talk(), "", List.of(), how, Spent.NOTHING, List.of(), List.of(), null, null);
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
