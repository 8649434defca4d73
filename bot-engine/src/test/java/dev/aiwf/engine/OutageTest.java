package dev.aiwf.engine;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.OnPostgres;
import dev.aiwf.engine.store.UnusableDatabase;
import dev.aiwf.testkit.Someone;
import dev.aiwf.testkit.postgres.PostgresDatabase;
import dev.aiwf.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine does while a server is away, and after. */
class OutageTest {

  private static final ProjectId PROJECT = new ProjectId("support-bot");
  private static final int PEOPLE = 4;
  private static final int WORDS = 25;

  @TempDir private static Path disk;
  private static PostgresServer server;

  @TempDir private Path folder;
  private PostgresDatabase database;
  private World world;
  private Engine engine;

  @BeforeAll
  static void start() {
    server = PostgresServer.durable(disk.resolve("server"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() throws DataFolder.InUse {
    database = server.empty();
    world = new World(folder.resolve("one"), OnPostgres.store(database));
    engine = world.engine();
    new Someone(engine.inbox(), PROJECT.value(), "lead", World.CHANNEL).start();
    settle();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  /** Lets what waits for its time have it. */
  private void settle() {
    await()
        .until(() -> {
          world.clock.tick(Duration.ofSeconds(1));
          engine.tick();
          return engine.idle();
        });
  }

  private static Inbox.Envelope saying(String words) {
    Person lead = new Person(new PersonId("test:lead"), "lead", true);
    return new Inbox.Envelope(
        "test",
        words,
        null,
        PROJECT,
        new Sender.Human(lead, Set.of(Role.CONTRIBUTOR), World.CHANNEL),
        new Action.Say(words));
  }

  /** As a good client does: under the same name until somebody has it. */
  private void acknowledged(String words) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .ignoreExceptionsMatching(Inbox.Busy.class::isInstance)
        .until(() -> engine.inbox().accept(saying(words)).command() != null);
  }

  private List<String> said() {
    Map<String, String> words =
        engine.projects().messages(PROJECT, 0, 10_000).stream()
            .collect(toMap(Message::key, message -> message.content().text()));
    return engine.projects().facts(PROJECT, 0, 10_000).stream()
        .map(Entry::fact)
        .flatMap(fact -> fact instanceof Fact.Said(var key) ? Stream.of(key) : Stream.empty())
        .map(key -> words.getOrDefault(key, "nobody knows what"))
        .toList();
  }

  @Test
  void senders_are_told_while_the_server_is_away_and_it_goes_on_when_it_is_back() {
    server.stop();
    try {
      assertThatThrownBy(() -> engine.inbox().accept(saying("hello")))
          .isInstanceOf(Inbox.Busy.class)
          .hasMessageContaining("nothing changed");
      assertThat(engine.hindrance())
          .hasValueSatisfying(why -> assertThat(why).contains("database"));
    } finally {
      server.start();
    }
    await().until(engine::ready);
    acknowledged("hello");
    settle();
    assertThat(said()).containsExactly("hello");
    assertThat(engine.unproven()).isEmpty();
  }

  @Test
  void a_connection_that_broke_while_nothing_was_written_is_noticed_by_nobody() throws Exception {
    server.disconnect(database);
    engine.inbox().accept(saying("hello"));
    settle();
    assertThat(said()).containsExactly("hello");
  }

  @Test
  void what_was_acknowledged_happens_once_and_in_order_however_often_connections_are_cut()
      throws Exception {
    everythingIsThereAlthough(() -> server.disconnect(database), 6);
  }

  @Test
  void what_was_acknowledged_happens_once_and_in_order_however_often_the_server_dies()
      throws Exception {
    everythingIsThereAlthough(
        () -> {
          server.kill();
          server.start();
        },
        2);
  }

  private void everythingIsThereAlthough(Runnable blow, int blows) throws Exception {
    AtomicInteger acknowledged = new AtomicInteger();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> talking =
          IntStream.range(0, PEOPLE)
              .<Future<?>>mapToObj(person ->
                  people.submit(() -> {
                    for (int word = 0; word < WORDS; word++) {
                      acknowledged(person + "-" + word);
                      acknowledged.incrementAndGet();
                    }
                  }))
              .toList();
      for (int i = 1; i <= blows; i++) {
        int moment = i * PEOPLE * WORDS / (blows + 1);
        await().pollInterval(Duration.ofMillis(1)).until(() -> acknowledged.get() >= moment);
        blow.run();
        world.clock.tick(Duration.ofSeconds(1));
        engine.tick();
      }
      for (Future<?> each : talking) {
        each.get();
      }
    }
    settle();
    List<String> said = said();
    for (int person = 0; person < PEOPLE; person++) {
      String mine = person + "-";
      assertThat(said.stream().filter(words -> words.startsWith(mine)))
          .containsExactlyElementsOf(
              IntStream.range(0, WORDS).mapToObj(word -> mine + word).toList());
    }
    assertThat(engine.unproven()).isEmpty();
    assertThat(engine.figures())
        .satisfies(figures -> {
          assertThat(figures.commands()).isZero();
          assertThat(figures.effects()).isZero();
          assertThat(figures.givenUp()).isZero();
        });
  }

  @Test
  void a_second_process_is_told_so_even_after_the_first_had_to_connect_again() throws Exception {
    server.disconnect(database);
    acknowledged("hello");
    World second = new World(folder.resolve("two"), OnPostgres.store(database));
    assertThatThrownBy(second::engine)
        .isInstanceOf(UnusableDatabase.class)
        .hasMessage(
            "Another aiwf is working on this database. Stop it first. Nothing was changed.");
    acknowledged("and again");
  }

  @Test
  void whoever_lost_the_database_to_another_process_writes_nothing_until_that_one_has_ended()
      throws Exception {
    World second = new World(folder.resolve("two"), OnPostgres.store(database));
    Engine other = takesOver(second);
    try {
      assertThatThrownBy(() -> engine.inbox().accept(saying("to the first")))
          .isInstanceOf(Inbox.Busy.class);
      assertThat(engine.ready()).isFalse();
      new Someone(other.inbox(), PROJECT.value(), "lead", World.CHANNEL)
          .does(new Action.Say("to the other"));
    } finally {
      other.close();
    }
    await().until(engine::ready);
    assertThat(engine.projects().find(PROJECT).orElseThrow().sidecar().number())
        .as("what the other did is known")
        .isEqualTo(engine.projects().facts(PROJECT, 0, 10_000).getLast().number());
    acknowledged("to the first");
    settle();
    assertThat(said()).containsExactly("to the other", "to the first");
    assertThat(engine.unproven()).isEmpty();
  }

  /** It waits for the lock, and has it as soon as the first one's connection is gone. */
  private Engine takesOver(World second) throws Exception {
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Engine> opening = thread.submit(second::engine);
      await()
          .pollInterval(Duration.ofMillis(10))
          .until(() -> waitsForTheLock() || opening.isDone());
      server.execute(
          "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
              + " and database = (select oid from pg_database where datname = '"
              + database.name()
              + "')");
      return opening.get();
    }
  }

  private boolean waitsForTheLock() throws Exception {
    try (var connection = world.connection();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
      return rows.next() && rows.getInt(1) > 0;
    }
  }
}
