package dev.aiwf.core.scenario;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.chat.Recall;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Architect;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.talk.Spoken;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.core.turn.Turn;
import dev.aiwf.core.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A project that is being played: its state, its channel, its clock. */
final class Stage {

  private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration TIME_TO_THINK = Duration.ofSeconds(40);

  /** What one answer may take where nothing else was set. */
  private static final long TOKENS = 60_000;

  private final Workflow workflow;
  private final ProjectId project;
  private final World world;
  private final Cast cast;
  private final boolean posted;
  private final Wall wall = new Wall();
  private final List<World.Report> due = new ArrayList<>();
  private final List<Happening> happenings = new ArrayList<>();
  private final List<Entry> facts = new ArrayList<>();
  private final List<Performance.Taken> taken = new ArrayList<>();
  private Instant now = BEGIN;
  private @Nullable Sidecar sidecar;
  private @Nullable String refused;
  private Effect.@Nullable Talk wanted;
  private @Nullable String stopped;
  private int commands;
  private int interactions;

  Stage(Workflow workflow, String name, boolean posted, Cast cast) {
    this.posted = posted;
    this.workflow = workflow;
    this.cast = cast;
    this.world = new World(workflow, cast.knowledge());
    this.project = ProjectId.of(name).orElseGet(() -> new ProjectId("project"));
  }

  Workflow workflow() {
    return workflow;
  }

  World world() {
    return world;
  }

  Wall wall() {
    return wall;
  }

  List<Happening> happenings() {
    return happenings;
  }

  List<Performance.Taken> taken() {
    return taken;
  }

  List<Entry> facts() {
    return facts;
  }

  @Nullable Sidecar sidecar() {
    return sidecar;
  }

  int interactions() {
    return interactions;
  }

  /** Why what was last done was not taken; none if it was. */
  @Nullable String refused() {
    return refused;
  }

  Optional<Situation> here() {
    return sidecar == null ? Optional.empty() : Situation.of(workflow, sidecar);
  }

  /** Somebody does something, a while after what was done before. */
  void does(Scenario.Actor actor, Action action, Happening seen) {
    interacts();
    happenings.add(seen);
    take(sender(actor), action);
  }

  /** Somebody says something; their words are drawn by the turn itself, if it takes them. */
  void says(Scenario.Actor actor, String text) {
    interacts();
    int before = happenings.size();
    take(sender(actor), new Action.Say(text));
    if (refused != null && happenings.stream().skip(before).noneMatch(Stage::isSaid)) {
      happenings.add(before, new Happening.Said("", actor.name(), Content.of(text)));
    }
  }

  /** Somebody does what comes to nothing before it is a command. */
  void failsTo(Scenario.Actor actor, Happening seen, String why) {
    interacts();
    happenings.add(seen);
    happenings.add(new Happening.Whispered(actor.name(), Content.of(why)));
    refused = why;
  }

  /** Time passes, and what falls due meanwhile happens. */
  void waits(Duration time) {
    happenings.add(new Happening.Waited(time));
    pass(time);
  }

  private void interacts() {
    pass(commands == 0 ? Duration.ZERO : TIME_TO_THINK);
    interactions++;
    refused = null;
  }

  private void pass(Duration time) {
    Instant until = now.plus(time);
    settle(until);
    now = until;
  }

  private Sender sender(Scenario.Actor actor) {
    return new Sender.Human(
        new Person(person(actor), actor.name(), !actor.surface().equals("console")),
        actor.roles(),
        posted ? new ChannelId(actor.surface() + ":" + project) : null);
  }

  static PersonId person(Scenario.Actor actor) {
    return new PersonId(actor.surface() + ":" + actor.name());
  }

  private void take(Sender sender, Action action) {
    commands++;
    Turn turn =
        Turn.take(
            workflow,
            sidecar,
            new Command("command-" + commands, project, now, sender, action),
            cast.model());
    sidecar = turn.after();
    facts.addAll(turn.entries());
    if (sender instanceof Sender.Human) {
      refused = refusal(turn);
    }
    turn.drafts().forEach(this::draw);
    turn.effects().forEach(this::does);
    if (action instanceof Action.Start && turn.refusal() == null) {
      world.takeHeld().forEach(this::does);
    }
    settle(now);
    if (sender instanceof Sender.Human human && action instanceof Action.ByPerson asked) {
      taken.add(new Performance.Taken(human, asked, sidecar == null ? 0 : sidecar.number()));
    }
  }

  private static @Nullable String refusal(Turn turn) {
    return turn.refusal() != null
        ? turn.refusal().sentence()
        : turn.entries().stream()
            .map(Entry::fact)
            .filter(Fact.Misread.class::isInstance)
            .map(fact -> ((Fact.Misread) fact).why())
            .findFirst()
            .orElse(null);
  }

  private void draw(Draft draft) {
    String step = here().map(situation -> situation.step().id()).orElse("");
    if (draft.redraw() && wall.words(draft.key()).isEmpty()) {
      return;
    }
    Content content = Recall.with(draft.content(), wall::words);
    Content before =
        wall.draw(new Draft(draft.key(), draft.by(), draft.origin(), content), step, now);
    happenings.add(
        before == null
            ? new Happening.Said(draft.key(), name(draft.by()), content)
            : new Happening.Redrawn(draft.key(), before, content));
  }

  private @Nullable String name(@Nullable PersonId by) {
    return by == null || sidecar == null ? null : sidecar.nameOf(by);
  }

  private void does(Effect effect) {
    if (effect instanceof Effect.Whisper(_, var person, var content)) {
      happenings.add(new Happening.Whispered(person.name(), content));
    }
    if (effect instanceof Effect.Talk talk) {
      wanted = talk;
    }
    if (effect instanceof Effect.StopTalk(_, var talk)) {
      stopped = talk;
    }
    if (sidecar != null) {
      done(effect, sidecar).ifPresent(due::add);
    }
  }

  private Optional<World.Report> done(Effect effect, Sidecar known) {
    try {
      return world.does(effect, known, now);
    } catch (InterruptedException e) {
      throw new Interrupted(e);
    }
  }

  /** Whether the architect was asked and has not answered yet. */
  boolean asksArchitect() {
    return wanted != null;
  }

  /**
   * Has the architect answer what it was last asked.
   *
   * @param hears what to do each time more of the answer is there
   */
  void answers(Architect architect, Consumer<String> hears) {
    Effect.Talk talk = wanted;
    wanted = null;
    Optional<Situation> here =
        here().filter(known -> talk != null && known.sidecar().conversation().answers(talk.talk()));
    if (here.isEmpty() || talk == null) {
      throw new Stuck("the architect to answer", "nobody asked it anything");
    }
    Spoken.Beginning beginning =
        new Spoken.Beginning(here.get(), talk.talk(), wall.messages(), cast.knowledge(), TOKENS);
    try {
      Action.Talked talked =
          Spoken.by(architect, beginning, new Listening(talk.talk(), hears)).talked();
      World.Report report = world.report(now, talked);
      take(report.sender(), report.action());
    } catch (InterruptedException e) {
      throw new Interrupted(e);
    }
  }

  /** Hears an answer, and writes down which tools it took. */
  private final class Listening implements Spoken.Watcher {
    private final String talk;
    private final Consumer<String> hears;

    Listening(String talk, Consumer<String> hears) {
      this.talk = talk;
      this.hears = hears;
    }

    @Override
    public void hears(String soFar) {
      hears.accept(soFar);
    }

    @Override
    public void called(Architect.Call call, Architect.Result result) {
      happenings.add(Calls.seen(call, result));
    }

    @Override
    public boolean stopped() {
      return talk.equals(stopped);
    }
  }

  /** Reports what is due until then, the earliest first. */
  private void settle(Instant until) {
    Optional<World.Report> next = next(until);
    while (next.isPresent()) {
      World.Report report = next.get();
      due.remove(report);
      now = report.at().isAfter(now) ? report.at() : now;
      take(report.sender(), report.action());
      next = next(until);
    }
  }

  private Optional<World.Report> next(Instant until) {
    return due.stream()
        .filter(report -> !report.at().isAfter(until))
        .min(Comparator.comparing(World.Report::at));
  }

  private static boolean isSaid(Happening happening) {
    return happening instanceof Happening.Said said && said.by() != null;
  }
}
