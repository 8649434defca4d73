package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.port.Unreachable;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Store;
import dev.aiwf.engine.store.UnusableDatabase;
import dev.aiwf.testkit.Someone;
import dev.aiwf.testkit.TwoSteps;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine does, whichever database it stands on. */
abstract class EngineCases {

  @TempDir private Path folder;
  private World world;
  private Engine engine;

  /** A database with nothing in it. */
  abstract Store store();

  @BeforeEach
  void open() throws DataFolder.InUse {
    world = new World(folder, store());
    engine = world.engine();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Someone lead() {
    return new Someone(engine.inbox(), "support-bot", "lead", World.CHANNEL);
  }

  private Someone begun() {
    Someone lead = lead();
    lead.start();
    settle();
    return lead;
  }

  private void settle() {
    await().until(engine::idle);
  }

  private void reopen() throws DataFolder.InUse {
    engine.close();
    engine = world.engine();
    settle();
  }

  private List<Entry> journal() {
    return engine.projects().facts(lead().project(), 0, 10_000);
  }

  @Test
  void a_second_process_on_the_same_folder_is_told_so() {
    assertThatThrownBy(() -> DataFolder.take(folder))
        .isInstanceOf(DataFolder.InUse.class)
        .hasMessageContaining("Another aiwf is running");
  }

  @Test
  void the_channel_shows_the_status_line_first_and_everything_in_order() {
    begun();
    assertThat(world.shown.getFirst()).isEqualTo("status");
    assertThat(world.showings.stream().skip(1).map(Surface.Showing::root)).containsOnly("id-1");
    assertThat(world.shown).containsSubsequence("visit:1", "ask:1:goal");
  }

  @Test
  void a_completed_step_is_published_as_of_its_turn() {
    Someone lead = begun();
    lead.answersEverything();
    Settled left = lead.continues("m1");
    settle();
    assertThat(world.published)
        .singleElement()
        .satisfies(publish -> {
          assertThat(publish.step()).isEqualTo("scoping");
          assertThat(publish.number()).isEqualTo(left.facts().getLast());
          assertThat(publish.trailers())
              .containsEntry("Aiwf-Decision", List.of("arch-001 rag-only"));
        });
    assertThat(journal()).extracting(Entry::fact).anyMatch(Fact.Published.class::isInstance);
  }

  @Test
  void a_commit_of_a_journal_that_was_put_back_since_tells_of_nothing() throws Exception {
    Someone lead = begun();
    lead.answersEverything();
    var _ = lead.continues("m1");
    settle();

    Repositories.Publication publication = world.publications.getFirst();
    long number = publication.effect().number();
    assertThat(publication.earlier().asOf(number)).isNotEmpty();
    assertThat(publication.earlier().asOf(number + 1)).isEmpty();
  }

  @Test
  void everything_is_there_after_a_restart() throws DataFolder.InUse {
    Someone lead = begun();
    lead.answersEverything();
    settle();
    int said = world.shown.size();
    reopen();
    assertThat(world.shown).as("nothing is said again").hasSize(said);
    assertThat(engine.unproven()).isEmpty();
    new Someone(engine.inbox(), "support-bot", "lead", World.CHANNEL).continues("m1");
    settle();
    assertThat(engine.projects().find(lead.project()).orElseThrow().sidecar().visitNumber())
        .isEqualTo(2);
  }

  @Test
  void what_did_not_work_is_tried_again_in_order_once_its_time_has_come() {
    begun();
    world.shown.clear();
    world.refuses(new NotNow("slow down", Duration.ofSeconds(30)));
    lead().does(new Action.Say("answer billing questions"));
    await().until(world::allRefused);
    engine.tick();
    assertThat(world.shown).as("its time has not come").isEmpty();
    world.clock.tick(Duration.ofSeconds(31));
    engine.tick();
    settle();
    assertThat(world.shown)
        .containsSubsequence("ask:1:goal again", "ask:1:use_case")
        .doesNotHaveDuplicates();
    assertThat(world.showings.stream().filter(Surface.Showing::unsure)).hasSize(1);
  }

  @Test
  void a_message_that_can_never_be_shown_is_stepped_over() {
    begun();
    world.shown.clear();
    world.refuses(new NotEver("the channel is archived"));
    lead().does(new Action.Say("answer billing questions"));
    settle();
    assertThat(world.shown).contains("ask:1:use_case");
  }

  @Test
  void a_channel_that_can_not_be_reached_is_told_of_once_and_spared_until_somebody_is_there() {
    begun();
    world.refuses(new Unreachable("The channel is archived."));
    Someone elsewhere =
        new Someone(engine.inbox(), "support-bot", "lead", new ChannelId("test:other"));
    elsewhere.start();
    settle();
    assertThat(journal().stream().map(Entry::fact).filter(Fact.ChannelLost.class::isInstance))
        .containsExactly(
            new Fact.ChannelLost(new ChannelId("test:other"), "The channel is archived."));
    assertThat(engine.projects().messages(elsewhere.project(), 0, 100))
        .anyMatch(message -> message.content().text().contains("The channel is archived."));

    world.showings.clear();
    lead().does(new Action.Say("answer billing questions"));
    settle();
    assertThat(world.showings)
        .isNotEmpty()
        .allMatch(showing -> showing.channel().equals(World.CHANNEL));

    elsewhere.does(new Action.Show(Fact.Topic.HELP, null));
    settle();
    assertThat(world.showings)
        .filteredOn(showing -> showing.channel().equals(new ChannelId("test:other")))
        .extracting(showing -> showing.message().key())
        .contains("status", "ask:1:use_case");
  }

  @Test
  void whoever_comes_back_to_a_channel_has_shown_again_what_should_stand_there() {
    Someone lead = begun();
    world.showings.clear();
    lead.start();
    settle();
    assertThat(world.showings)
        .extracting(showing -> showing.message().key())
        .startsWith("status")
        .contains("visit:1", "ask:1:goal")
        .doesNotHaveDuplicates();
    assertThat(world.showings)
        .as("as redraws, so that what stands there is not said twice")
        .extracting(Surface.Showing::posted)
        .doesNotContainNull();
  }

  @Test
  void a_refused_commit_is_told_and_stops_its_lane() {
    Someone lead = begun();
    lead.answersEverything();
    world.refusesFiles(new NotEver("The disk said no."));
    lead.continues("m1");
    await().until(() -> journal().stream().anyMatch(e -> e.fact() instanceof Fact.PublishRefused));
    lead.passesTheGate();
    lead.continues("m2");
    await().until(() -> world.shown.contains("reply:" + journal().getLast().command()));
    assertThat(world.published).as("the second waits for the first").isEmpty();
    assertThat(engine.projects().messages(lead.project(), 0, 100))
        .anyMatch(message -> message.content().text().contains("The disk said no."));
  }

  @Test
  void whoever_starts_the_project_again_has_looked_at_the_refused_commit() {
    Someone lead = begun();
    lead.answersEverything();
    world.refusesFiles(new NotEver("The disk said no."));
    lead.continues("m1");
    await().until(() -> journal().stream().anyMatch(e -> e.fact() instanceof Fact.PublishRefused));
    lead.start();
    settle();
    assertThat(world.published).extracting(publish -> publish.step()).containsExactly("scoping");
  }

  @Test
  void a_message_that_could_not_be_shown_is_shown_when_the_project_is_started_again() {
    world.showsNothing(true);
    begun();
    assertThat(world.shown).isEmpty();
    world.showsNothing(false);
    lead().start();
    settle();
    assertThat(world.shown).containsExactly("status", "visit:1", "ask:1:goal");
  }

  @Test
  void what_was_accepted_before_the_store_was_swept_comes_after_what_waited_longer()
      throws Exception {
    Someone lead = begun();
    engine.close();
    Engine sleeping = world.sleeping();
    Someone early = new Someone(sleeping.inbox(), "support-bot", "lead", World.CHANNEL);
    early.sends(new Action.Say("first"), "early-1");
    sleeping.close();
    engine = world.sleeping();
    Someone late = new Someone(engine.inbox(), "support-bot", "lead", World.CHANNEL);
    late.sends(new Action.Say("classification"), "late-2");
    engine.work(List.of(world));
    settle();
    assertThat(engine.projects().find(lead.project()).orElseThrow().sidecar().answers().given())
        .containsOnlyKeys("goal", "use_case");
  }

  @Test
  void a_database_of_a_newer_version_is_left_alone() throws Exception {
    engine.close();
    try (Connection connection = world.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into flyway_schema_history (installed_rank, version, description, type, script,"
              + " checksum, installed_by, execution_time, success) select 99, '99', 'later',"
              + " 'SQL', 'V99__later.sql', 1, 'x', 1, success from flyway_schema_history"
              + " where installed_rank = 1");
    }
    assertThatThrownBy(() -> world.engine())
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageContaining("newer aiwf");
  }

  @Test
  void what_people_write_is_kept_as_it_is_however_odd() throws Exception {
    begun();
    String odd = "\\ \" ' :name ? {} %% \uD83D\uDE80 \u00E9";
    engine.inbox().accept(saying(odd + "\u0000"));
    settle();
    reopen();
    assertThat(
            engine
                .projects()
                .find(lead().project())
                .orElseThrow()
                .sidecar()
                .answers()
                .given()
                .toString())
        .contains(odd);
    assertThat(engine.unproven()).isEmpty();
  }

  private static Inbox.Envelope saying(String words) {
    Person lead = new Person(new PersonId("test:lead"), "lead", true);
    return new Inbox.Envelope(
        "test",
        "odd",
        null,
        new ProjectId("support-bot"),
        new Sender.Human(lead, Set.of(Role.CONTRIBUTOR), World.CHANNEL),
        new Action.Say(words));
  }

  @Test
  void a_repository_that_can_not_be_read_blocks_the_project_until_it_is_started_again() {
    world.refusesFiles(new NotEver("There is no such repository."));
    Someone lead = begun();
    assertThat(engine.projects().find(lead.project()).orElseThrow().sidecar().status())
        .isEqualTo(Status.BLOCKED);
    lead.start();
    settle();
    assertThat(engine.projects().find(lead.project()).orElseThrow().sidecar().status())
        .isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void waiting_redraws_of_one_message_are_one() {
    begun();
    settle();
    world.refuses(new NotNow("slow down", Duration.ofSeconds(30)));
    lead().does(new Action.Say("answer billing questions"));
    await().until(world::allRefused);
    lead().does(new Action.Undo(null));
    lead().does(new Action.Say("answer billing questions, with sources"));
    world.shown.clear();
    world.clock.tick(Duration.ofSeconds(31));
    engine.tick();
    settle();
    assertThat(world.shown).filteredOn("ask:1:goal again"::equals).hasSize(1);
    assertThat(world.showings.getLast().message().content().text()).isNotEmpty();
  }

  @Test
  void a_redraw_that_waits_for_its_turn_shows_what_was_changed_meanwhile() throws Exception {
    begun();
    CountDownLatch turn = new CountDownLatch(1);
    world.holdsRedraws(turn);
    world.showings.clear();
    lead().does(new Action.Say("answer billing questions"));
    world.waiting.acquire();
    lead().does(new Action.Undo(null));
    lead().does(new Action.Say("answer billing questions, with sources"));
    turn.countDown();
    settle();
    assertThat(world.showings)
        .filteredOn(showing -> showing.message().key().equals("ask:1:goal"))
        .singleElement()
        .satisfies(
            showing -> assertThat(showing.message().content().text()).contains("with sources"));
  }

  @Test
  void a_reminder_comes_once_after_a_downtime_if_somebody_is_still_waited_for()
      throws DataFolder.InUse {
    engine.close();
    world.offering(Reminding.TWO_STEPS);
    engine = world.engine();
    Someone lead = begun();
    lead.answersEverything();
    lead.continues("m1");
    settle();
    reopen();
    assertThat(engine.figures().effects()).as("what is due later is no backlog").isZero();
    assertThat(reminders()).isZero();
    world.clock.tick(Duration.ofDays(3));
    reopen();
    assertThat(reminders()).isOne();
    reopen();
    assertThat(reminders()).isOne();
  }

  private long reminders() {
    return journal().stream().filter(entry -> entry.fact() instanceof Fact.Reminded).count();
  }

  @Test
  void a_no_is_whispered_to_whoever_caused_it() {
    Someone lead = begun();
    lead.continues("m1");
    settle();
    assertThat(world.whispers)
        .singleElement()
        .asString()
        .startsWith("lead: 3 required questions are still open");
  }

  @Test
  void a_no_that_comes_too_late_is_not_whispered_any_more() {
    Someone lead = begun();
    world.refuses(new NotNow("slow down", Duration.ofHours(1)));
    lead.continues("m1");
    await().until(world::allRefused);
    world.clock.tick(Duration.ofHours(2));
    engine.tick();
    settle();
    assertThat(world.whispers).isEmpty();
  }

  @Test
  void a_command_that_breaks_something_is_set_aside_and_the_project_goes_on()
      throws DataFolder.InUse {
    engine.close();
    world.offering(withBrokenGate());
    engine = world.engine();
    Someone lead = begun();
    lead.answersEverything();
    Settled broken = retried(lead, new Action.Choose("continue", "m1"));
    assertThat(broken.state()).isEqualTo(Settled.State.FAILED);
    settle();
    assertThat(world.whispers).singleElement().asString().contains("Nothing changed");
    assertThat(lead.does(new Action.Say("progress")).state()).isEqualTo(Settled.State.DONE);
    assertThat(engine.projects().find(lead.project()).orElseThrow().sidecar().status())
        .isEqualTo(Status.IN_PROGRESS);
    assertThat(engine.unproven()).isEmpty();
  }

  private Settled retried(Someone lead, Action action) {
    String command = lead.sends(action, "broken").command();
    await()
        .until(() -> {
          world.clock.tick(Duration.ofSeconds(1));
          engine.tick();
          return engine.inbox().outcome(lead.project(), command).orElseThrow().state()
              != Settled.State.WAITING;
        });
    return engine.inbox().outcome(lead.project(), command).orElseThrow();
  }

  @SuppressWarnings("NullAway") // a pack that no reader would let pass
  private static Workflow withBrokenGate() {
    Workflow good = TwoSteps.workflow();
    Step release = good.step("release");
    Step broken =
        new Step(
            release.id(),
            release.phase(),
            release.title(),
            release.opening(),
            release.asks(),
            release.writes(),
            release.menu(),
            new Gate("Broken", List.of(), null),
            null,
            release.brief());
    return new Workflow(good.ref(), good.title(), good.phases(), List.of(good.first(), broken));
  }

  @Test
  void many_people_at_once_lose_nothing() {
    Someone lead = begun();
    List<String> commands =
        IntStream.range(0, 300)
            .parallel()
            .mapToObj(i -> lead.sends(new Action.Say("progress"), "flood-" + i).command())
            .toList();
    commands.forEach(lead::settled);
    assertThat(journal()).filteredOn(e -> e.fact() instanceof Fact.Said).hasSize(300);
    assertThat(journal()).extracting(Entry::number).isSorted().doesNotHaveDuplicates();
    assertThat(engine.unproven()).isEmpty();
  }
}
