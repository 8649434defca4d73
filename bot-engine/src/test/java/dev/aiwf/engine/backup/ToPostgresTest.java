package dev.aiwf.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.project.Entry;
import dev.aiwf.engine.Engine;
import dev.aiwf.engine.Watch;
import dev.aiwf.engine.World;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.OnPostgres;
import dev.aiwf.engine.store.Store;
import dev.aiwf.engine.store.UnusableDatabase;
import dev.aiwf.testkit.Someone;
import dev.aiwf.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A backup of one database, restored on the other. */
class ToPostgresTest {

  private static final Store FILE = new Store.InFolder();

  @TempDir private Path data;

  private static Store server() {
    return OnPostgres.store(PostgresServer.shared().empty());
  }

  private Engine open(World world, Store store) throws DataFolder.InUse {
    Engine engine =
        Engine.open(
            new Engine.Parts(
                DataFolder.take(data),
                store,
                world.clock,
                world.offered(),
                world,
                world,
                world.memory,
                Watch.NONE,
                Optional.empty(),
                Duration.ofDays(90)));
    engine.work(List.of(world));
    return engine;
  }

  private static Someone lead(Engine engine) {
    return new Someone(engine.inbox(), "support-bot", "lead", World.CHANNEL);
  }

  private static void settle(Engine engine) {
    await().until(engine::idle);
  }

  private static List<Entry> journal(Engine engine) {
    return engine.projects().facts(lead(engine).project(), 0, 10_000);
  }

  private Path begunOn(World world, Store store) throws DataFolder.InUse {
    try (Engine engine = open(world, store)) {
      lead(engine).start();
      settle(engine);
      lead(engine).answersEverything();
      settle(engine);
      Backups backups = new Backups(data, store, world.clock);
      return backups.write(backups.folder()).file();
    }
  }

  @Test
  void a_project_goes_there_and_back_and_goes_on_in_both() throws Exception {
    World world = new World(data, FILE);
    Store server = server();
    Path file = begunOn(world, FILE);
    new Restores(new Backups(data, server, world.clock)).stage(file);
    Path back;
    List<Entry> then;
    try (Engine engine = open(world, server)) {
      settle(engine);
      assertThat(lead(engine).continues("m1").state()).isEqualTo(Settled.State.DONE);
      settle(engine);
      assertThat(engine.unproven()).isEmpty();
      then = journal(engine);
      Backups backups = new Backups(data, server, world.clock);
      back = backups.write(backups.folder()).file();
    }
    new Restores(new Backups(data, FILE, world.clock)).stage(back);
    try (Engine engine = open(world, FILE)) {
      settle(engine);
      assertThat(journal(engine)).isEqualTo(then);
      assertThat(engine.unproven()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TakingUp.Step.class)
  void wherever_it_dies_the_next_start_finishes_it(TakingUp.Step last) throws Exception {
    World world = new World(data, FILE);
    Store server = server();
    Path file = begunOn(world, server);
    Backups backups = new Backups(data, server, world.clock);
    List<Entry> then;
    try (Engine engine = open(world, server)) {
      then = journal(engine);
      lead(engine).continues("m1");
      settle(engine);
      new Restores(backups).stage(file);
    }
    TakingUp dying =
        new TakingUp(
            backups,
            step -> {
              if (step == last) {
                throw new IllegalStateException("died");
              }
            });
    assertThatThrownBy(dying::run).hasMessage("died");
    try (Engine engine = open(world, server)) {
      settle(engine);
      assertThat(journal(engine)).isEqualTo(then);
      assertThat(engine.unproven()).isEmpty();
    }
  }

  @Test
  void what_was_made_ready_for_one_is_not_taken_up_by_the_other() throws Exception {
    World world = new World(data, FILE);
    Path file = begunOn(world, FILE);
    Store server = server();
    new Restores(new Backups(data, FILE, world.clock)).stage(file);
    assertThatThrownBy(() -> open(world, server))
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageContaining("made for sqlite");
  }
}
