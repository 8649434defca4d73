package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Inbox.Receipt;
import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.engine.store.SeededStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must be true of an engine that has come to rest, whatever happened before. */
final class Invariants {

  private static final int ALL = 10_000;

  private final Engine engine;
  private final SeededStore store;
  private final SeededWorld world;
  private final List<SeededRun.Ack> acks;
  private final Instant now;
  private final List<Instant> putBackFrom;

  Invariants(
      Engine engine,
      SeededStore store,
      SeededWorld world,
      List<SeededRun.Ack> acks,
      Instant now,
      List<Instant> putBackFrom) {
    this.putBackFrom = putBackFrom;
    this.engine = engine;
    this.store = store;
    this.world = world;
    this.acks = acks;
    this.now = now;
  }

  void hold() {
    everyJournalFoldsToItsSidecar();
    everyAcknowledgedCommandTookEffectOnce();
    nothingIsLeftToDo();
    nothingWentPastWhatHoldsItsLaneUp();
    for (ProjectId project : SeededPeople.projects()) {
      List<Entry> journal = engine.projects().facts(project, 0, ALL);
      theJournalIsTheirCommandsInOrder(project, journal);
      theChatShowsWhatIsThere(project);
      everyCompletedStepIsOneCommit(project, journal);
      nobodyPassedAGateWhoMayNot(project, journal);
      nobodyIsRemindedInVain(project, journal);
    }
  }

  private void everyJournalFoldsToItsSidecar() {
    assertThat(engine.unproven()).as("projects whose journal does not fold").isEmpty();
  }

  private void everyAcknowledgedCommandTookEffectOnce() {
    for (SeededRun.Ack ack : acks) {
      assertThat(engine.inbox().outcome(ack.envelope().project(), ack.receipt().command()))
          .as("%s was acknowledged", ack.envelope().event())
          .isPresent()
          .get()
          .extracting(Settled::state)
          .isIn(Settled.State.DONE, Settled.State.REFUSED);
    }
    List<String> left =
        store.look(handle ->
            handle
                .createQuery(
                    "select id || ' ' || state || ' ' || tries || ' ' || body from inbox where"
                        + " state not in ('done', 'refused')")
                .mapTo(String.class)
                .list());
    assertThat(left).as("commands that were never taken through").isEmpty();
  }

  private void nothingIsLeftToDo() {
    List<String> left =
        store.look(handle ->
            handle
                .createQuery(
                    """
                    select lane || ' ' || state || ' ' || tries from outbox
                    where state in ('open', 'taken') and (tries > 0 or not_before <= :now)
                    """)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .list());
    assertThat(left)
        .as("effects that were never done, unless an earlier one was given up")
        .allMatch(_ -> world.refusedForEver > 0);
    if (world.refusedForEver == 0) {
      assertThat(engine.figures().givenUp()).as("given up, though nobody said no").isZero();
    }
  }

  private void nothingWentPastWhatHoldsItsLaneUp() {
    List<String> past =
        store.look(handle ->
            handle
                .createQuery(
                    """
                    select later.lane || ' ' || later.id from outbox later join outbox held
                    on held.lane = later.lane and held.id < later.id
                    where held.state = 'given_up' and held.stops = 1 and later.state = 'done'
                    """)
                .mapTo(String.class)
                .list());
    assertThat(past).as("commits made although an earlier one waits for somebody").isEmpty();
  }

  private void theJournalIsTheirCommandsInOrder(ProjectId project, List<Entry> journal) {
    List<String> inOrder = journal.stream().map(Entry::command).distinct().toList();
    List<String> runs = new ArrayList<>();
    for (Entry entry : journal) {
      if (runs.isEmpty() || !runs.getLast().equals(entry.command())) {
        runs.add(entry.command());
      }
    }
    assertThat(runs).as("the facts of a command stand together, once").isEqualTo(inOrder);
    List<String> acknowledged =
        acks.stream()
            .filter(ack -> ack.envelope().project().equals(project))
            .filter(ack -> ack.receipt().kind() == Receipt.Kind.NEW)
            .map(ack -> ack.receipt().command())
            .toList();
    assertThat(acknowledged).as("no event was new twice").doesNotHaveDuplicates();
    assertThat(inOrder.stream().filter(acknowledged::contains).toList())
        .as("in the order of the acknowledgements")
        .isEqualTo(acknowledged.stream().filter(inOrder::contains).toList());
    for (String command : inOrder) {
      assertThat(engine.inbox().outcome(project, command).orElseThrow().facts())
          .isEqualTo(
              journal.stream()
                  .filter(entry -> entry.command().equals(command))
                  .map(Entry::number)
                  .toList());
    }
  }

  private void theChatShowsWhatIsThere(ProjectId project) {
    long last = 0;
    List<String> order = List.copyOf(world.posts.keySet());
    for (Message message : engine.projects().messages(project, 0, ALL)) {
      List<SeededWorld.Shown> shown =
          world.posts.getOrDefault(project + "/" + message.number(), List.of());
      if (message.by() != null || world.refusedForEver > 0) {
        assertThat(shown.size()).isLessThanOrEqualTo(1);
        continue;
      }
      assertThat(shown)
          .as("%s of %s stands in the chat once, as it is", message.key(), project)
          .extracting(SeededWorld.Shown::content)
          .containsExactly(message.content());
    }
    if (world.refusedForEver == 0) {
      for (String posting : order) {
        if (posting.startsWith(project + "/")) {
          long number = Long.parseLong(posting.substring(posting.indexOf('/') + 1));
          assertThat(number)
              .as(
                  "messages come in order: %s %s",
                  order,
                  engine.projects().messages(project, 0, ALL).stream()
                      .map(m -> m.number() + " " + m.key())
                      .toList())
              .isGreaterThan(last);
          last = number;
        }
      }
    }
  }

  private void everyCompletedStepIsOneCommit(ProjectId project, List<Entry> journal) {
    List<Effect.Publish> commits =
        world.commits.values().stream().filter(c -> c.project().equals(project)).toList();
    assertThat(commits).extracting(Effect.Publish::number).isSorted().doesNotHaveDuplicates();
    if (world.refusedForEver == 0) {
      List<Fact> committing =
          journal.stream().map(Entry::fact).filter(Invariants::isCommitted).toList();
      assertThat(commits).as("commits of %s", project).hasSameSizeAs(committing);
      assertThat(journal.stream().filter(e -> e.fact() instanceof Fact.Published))
          .as("and each was reported back once")
          .hasSameSizeAs(committing);
    }
  }

  private static boolean isCommitted(Fact fact) {
    return fact instanceof Fact.StepCompleted
        || (fact instanceof Fact.Signed signed && signed.verdict() == Verdict.NO_GO);
  }

  private static void nobodyPassedAGateWhoMayNot(ProjectId project, List<Entry> journal) {
    for (int i = 0; i < journal.size(); i++) {
      if (journal.get(i).fact() instanceof Fact.StepCompleted(var step) && step.equals("release")) {
        @Nullable Sidecar before = Evolve.fold(project, journal.subList(0, i));
        assertThat(before).isNotNull();
        GateState gate = before.gate("release");
        assertThat(gate.verdict()).isIn(Verdict.GO, Verdict.CONDITIONAL);
        if (gate.verdict() == Verdict.GO) {
          assertThat(gate.checks().keySet())
              .containsExactlyInAnyOrder("goal-agreed", "data-allowed", "way-back");
        }
        assertThat(gate.signatures()).anyMatch(signature -> maySign(before, signature));
        assertThat(gate.signatures()).allMatch(signature -> maySign(before, signature));
      }
    }
  }

  private static boolean maySign(Sidecar sidecar, GateState.Signature signature) {
    return sidecar.team().owner().equals(signature.by())
        || sidecar
            .team()
            .member(signature.by())
            .filter(member -> member.roles().contains(Role.APPROVER))
            .isPresent();
  }

  private void nobodyIsRemindedInVain(ProjectId project, List<Entry> journal) {
    for (int i = 0; i < journal.size(); i++) {
      if (journal.get(i).fact() instanceof Fact.Reminded(var menu, _)) {
        @Nullable Sidecar before = Evolve.fold(project, journal.subList(0, i));
        assertThat(before).isNotNull();
        assertThat(menu).isEqualTo("m" + before.visitNumber());
        assertThat(before.gate("release").verdict()).as("the gate still waited").isNull();
        Instant due = waitedSince(journal.subList(0, i)).plus(Reminding.AFTER);
        // What was due once is done, though the clock was put back to before that since.
        if (putBackFrom.stream().noneMatch(from -> !from.isBefore(due))) {
          assertThat(journal.get(i).at()).as("reminded after a day").isAfterOrEqualTo(due);
        }
      }
    }
    Map<String, Long> reminded =
        journal.stream()
            .map(Entry::fact)
            .filter(Fact.Reminded.class::isInstance)
            .map(fact -> ((Fact.Reminded) fact).menu())
            .collect(Collectors.groupingBy(menu -> menu, Collectors.counting()));
    assertThat(reminded.values()).as("once for each visit").allMatch(times -> times == 1);
  }

  /**
   * The earliest that the gate can have begun to wait: what was asked there is answered later than
   * the stop is entered, unless the clock was put back in between.
   */
  private static Instant waitedSince(List<Entry> journal) {
    int entered = journal.size() - 1;
    while (!(journal.get(entered).fact() instanceof Fact.StepEntered)) {
      entered--;
    }
    return journal.subList(entered, journal.size()).stream()
        .map(Entry::at)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
