package dev.aiwf.testkit;

import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.chat.Recall;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Refusal;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.core.turn.Turn;
import dev.aiwf.core.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The engine's ports in memory, over the real core: every command's turn is done before {@link
 * #accept} returns. It keeps the effects for a test to look at and, unless told otherwise, opens
 * repositories by itself.
 */
public final class MemoryProjects implements Inbox, Projects {

  private final InstantSource clock;
  private final List<Workflow> offered;
  private final Map<ProjectId, Kept> projects = new LinkedHashMap<>();
  private final Map<String, Settled> outcomes = new LinkedHashMap<>();
  private final Map<String, ProjectId> asked = new LinkedHashMap<>();
  private final Map<String, String> digests = new LinkedHashMap<>();
  private final Map<String, Control> controls = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final List<Effect> effects = new ArrayList<>();
  private final Map<ProjectId, List<Runnable>> followers = new LinkedHashMap<>();
  private boolean opensRepositories = true;

  /** Offers these workflows, the first by default. */
  public MemoryProjects(InstantSource clock, List<Workflow> offered) {
    this.clock = clock;
    this.offered = List.copyOf(offered);
  }

  /** Leaves new projects at {@code opening} until the test reports for the repository. */
  public void leaveRepositoriesClosed() {
    opensRepositories = false;
  }

  /** The effects since the last call. */
  public synchronized List<Effect> takeEffects() {
    List<Effect> taken = List.copyOf(effects);
    effects.clear();
    return taken;
  }

  @Override
  public synchronized Optional<Message> message(ProjectId project, String key) {
    return Optional.ofNullable(projects.get(project)).flatMap(kept -> kept.message(key));
  }

  /** An effect reports back. */
  public synchronized void report(ProjectId project, Action.ByEffect action) {
    turn("effect-" + outcomes.size(), project, new Sender.Effect(1), action);
  }

  /** Says where a platform shows a message, as the engine does after it was posted. */
  public synchronized void posted(String surface, String place, String platformId, Place what) {
    places.put(surface + " " + place + " " + platformId, what);
  }

  @Override
  public synchronized Receipt accept(Envelope envelope) {
    String id = idOf(envelope.origin(), envelope.event());
    String digest = envelope.digest() == null ? "" : envelope.digest();
    if (outcomes.containsKey(id)) {
      boolean same = digest.equals(digests.get(id));
      return new Receipt(id, same ? Receipt.Kind.REPEATED : Receipt.Kind.DIFFERENT);
    }
    digests.put(id, digest);
    turn(id, envelope.project(), envelope.sender(), envelope.action());
    return new Receipt(id, Receipt.Kind.NEW);
  }

  /** The same delivery has the same id, which can stand in an address. */
  private static String idOf(String origin, String event) {
    String delivery = origin + "/" + event;
    return UUID.nameUUIDFromBytes(delivery.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void turn(String id, ProjectId project, Sender sender, Action action) {
    @Nullable Kept kept = projects.get(project);
    Workflow workflow = kept != null ? kept.workflow : workflowFor(action);
    Sidecar before = kept == null ? null : kept.sidecar;
    Turn turn =
        Turn.take(workflow, before, new Command(id, project, clock.instant(), sender, action));
    Refusal refusal = turn.refusal();
    asked.put(id, project);
    outcomes.put(
        id,
        new Settled(
            refusal == null ? Settled.State.DONE : Settled.State.REFUSED,
            refusal,
            turn.entries().stream().map(Entry::number).toList()));
    effects.addAll(turn.effects());
    Sidecar after = turn.after();
    if (after == null) {
      return;
    }
    Kept now = projects.computeIfAbsent(project, _ -> new Kept(workflow, after));
    now.sidecar = after;
    now.journal.addAll(turn.entries());
    turn.drafts().forEach(draft -> now.say(draft, clock, controls, project));
    List.copyOf(followers.getOrDefault(project, List.of())).forEach(Runnable::run);
    for (Effect effect : turn.effects()) {
      if (effect instanceof Effect.OpenRepository && opensRepositories) {
        turn(
            id + "-opened",
            project,
            new Sender.Effect(1),
            new Action.RepositoryRead("memory", "aiwf/" + project, "aiwf/" + project));
      }
    }
  }

  private Workflow workflowFor(Action action) {
    return action instanceof Action.Start start
        ? offered.stream()
            .filter(workflow -> workflow.ref().equals(start.workflow()))
            .findFirst()
            .orElse(offered.getFirst())
        : offered.getFirst();
  }

  @Override
  public synchronized Optional<Settled> await(String command, Duration atMost) {
    return Optional.ofNullable(outcomes.get(command));
  }

  @Override
  public synchronized Optional<Settled> came(String origin, String event, ProjectId project) {
    return outcome(project, idOf(origin, event));
  }

  @Override
  public synchronized Optional<Settled> outcome(ProjectId project, String command) {
    return Optional.ofNullable(outcomes.get(command))
        .filter(_ -> project.equals(asked.get(command)));
  }

  @Override
  public synchronized Optional<Standing> find(ProjectId project) {
    return Optional.ofNullable(projects.get(project))
        .map(kept -> new Standing(kept.workflow, kept.sidecar));
  }

  @Override
  public synchronized List<Line> list() {
    return projects.values().stream()
        .map(MemoryProjects::line)
        .sorted(Comparator.comparing(Line::updated).reversed())
        .toList();
  }

  private static Line line(Kept kept) {
    Sidecar sidecar = kept.sidecar;
    Optional<Situation> here = Situation.of(kept.workflow, sidecar);
    return new Line(
        sidecar.id(),
        sidecar.name(),
        sidecar.workflow(),
        sidecar.status(),
        here.map(s -> s.step().id()).orElse(null),
        here.map(s -> s.step().title()).orElse(null),
        here.map(s -> s.step().phase()).orElse(null),
        here.map(s -> kept.workflow.phase(s.step().phase()).title()).orElse(null),
        sidecar.nameOf(sidecar.team().owner()),
        here.flatMap(Situation::waitsFor).orElse(null),
        sidecar.number(),
        sidecar.created(),
        sidecar.updated(),
        sidecar.conversation().spent().tokens());
  }

  @Override
  public synchronized List<Standing> having(String finding) {
    return list().stream()
        .flatMap(line -> find(line.id()).stream())
        .filter(standing -> standing.sidecar().findings().items().containsKey(finding))
        .toList();
  }

  @Override
  public synchronized List<Message> latest(ProjectId project, int most) {
    List<Message> all =
        messages(project, 0, Integer.MAX_VALUE).stream()
            .sorted(Comparator.comparingLong(Message::number))
            .toList();
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  @Override
  public synchronized List<Message> messages(ProjectId project, long afterSeq, int limit) {
    return Optional.ofNullable(projects.get(project)).stream()
        .flatMap(kept -> kept.messages.keySet().stream().flatMap(key -> kept.message(key).stream()))
        .filter(message -> message.seq() > afterSeq)
        .sorted(Comparator.comparingLong(Message::seq))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Entry> facts(ProjectId project, long afterNumber, int limit) {
    return Optional.ofNullable(projects.get(project)).stream()
        .flatMap(kept -> kept.journal.stream())
        .filter(entry -> entry.number() > afterNumber)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Control> control(String id) {
    return Optional.ofNullable(controls.get(id));
  }

  @Override
  public synchronized Optional<Place> posted(String surface, String place, String platformId) {
    return Optional.ofNullable(places.get(surface + " " + place + " " + platformId));
  }

  @Override
  public synchronized Optional<String> standing(
      ProjectId project, ChannelId channel, String message) {
    Place wanted = new Place(project, channel, message);
    return places.entrySet().stream()
        .filter(each -> each.getValue().equals(wanted))
        .map(each -> each.getKey().substring(each.getKey().lastIndexOf(' ') + 1))
        .findFirst();
  }

  @Override
  public List<Workflow> offered() {
    return offered;
  }

  @Override
  public synchronized Following follow(ProjectId project, Runnable changed) {
    List<Runnable> list = followers.computeIfAbsent(project, _ -> new CopyOnWriteArrayList<>());
    list.add(changed);
    return () -> list.remove(changed);
  }

  private static final class Kept {
    private final Workflow workflow;
    private final List<Entry> journal = new ArrayList<>();
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private Sidecar sidecar;
    private long seq;

    Kept(Workflow workflow, Sidecar sidecar) {
      this.workflow = workflow;
      this.sidecar = sidecar;
    }

    Optional<Message> message(String key) {
      return Optional.ofNullable(messages.get(key))
          .map(message ->
              new Message(
                  message.number(),
                  message.seq(),
                  message.key(),
                  message.by(),
                  message.at(),
                  Recall.with(
                      message.content(),
                      said ->
                          Optional.ofNullable(messages.get(said)).map(m -> m.content().text()))));
    }

    void say(Draft draft, InstantSource clock, Map<String, Control> controls, ProjectId project) {
      Message known = messages.get(draft.key());
      if (known == null && draft.redraw()) {
        return;
      }
      messages.put(
          draft.key(),
          new Message(
              known == null ? messages.size() + 1L : known.number(),
              ++seq,
              draft.key(),
              draft.by(),
              known == null ? clock.instant() : known.at(),
              draft.content()));
      draft
          .content()
          .buttons()
          .forEach(button ->
              controls.put(button.control(), new Control(project, draft.key(), button.press())));
    }
  }
}
