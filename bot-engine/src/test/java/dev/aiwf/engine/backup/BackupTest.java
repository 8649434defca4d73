package dev.aiwf.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.port.Inbox.Settled;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Operations;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.engine.Engine;
import dev.aiwf.engine.World;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Dialect;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.OwnersFile;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Someone;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

  @TempDir private Path folder;
  private Path data;
  private World world;
  private Backups backups;
  private Engine engine;

  @BeforeEach
  void open() throws DataFolder.InUse {
    data = folder.resolve("data");
    world = new World(data, new Store.InFolder());
    backups = new Backups(data, new Store.InFolder(), world.clock);
    engine = world.engine();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Someone lead() {
    return new Someone(engine.inbox(), "support-bot", "lead", World.CHANNEL);
  }

  private void settle() {
    await().until(engine::idle);
  }

  private List<Entry> journal() {
    return engine.projects().facts(lead().project(), 0, 10_000);
  }

  private void restore(Path file) throws DataFolder.InUse {
    new Restores(backups).stage(file);
    engine.close();
    engine = world.engine();
    settle();
  }

  @Test
  void what_was_backed_up_while_the_bot_runs_comes_back() throws Exception {
    lead().start();
    settle();
    lead().answersEverything();
    settle();
    List<Entry> then = journal();
    Path file = backups.write(backups.folder()).file();
    lead().continues("m1");
    settle();
    assertThat(journal().size()).isGreaterThan(then.size());
    restore(file);
    assertThat(journal()).isEqualTo(then);
    assertThat(engine.unproven()).isEmpty();
    assertThat(lead().continues("m1").state()).isEqualTo(Settled.State.DONE);
    settle();
    assertThat(engine.unproven()).isEmpty();
  }

  @Test
  void the_state_before_a_restore_is_a_backup_of_its_own() throws Exception {
    Path empty = backups.write(backups.folder()).file();
    lead().start();
    settle();
    List<Entry> before = journal();
    restore(empty);
    assertThat(engine.projects().list()).isEmpty();
    restore(theOnly("before-restore-"));
    assertThat(journal()).isEqualTo(before);
  }

  private Path theOnly(String prefix) throws IOException {
    try (Stream<Path> all = Files.list(backups.folder())) {
      List<Path> found =
          all.filter(path -> path.getFileName().toString().startsWith(prefix)).toList();
      assertThat(found).hasSize(1);
      return found.getFirst();
    }
  }

  @Test
  void effects_that_waited_wait_for_a_word_after_a_restore() throws Exception {
    lead().start();
    settle();
    world.refuses(new NotNow("slow down", Duration.ofHours(1)));
    lead().does(new Action.Say("answer billing questions"));
    await().until(world::allRefused);
    Path file = backups.write(backups.folder()).file();
    restore(file);
    world.shown.clear();
    world.clock.tick(Duration.ofHours(2));
    engine.tick();
    settle();
    assertThat(world.shown).isEmpty();
    assertThat(engine.operations().effects())
        .isNotEmpty()
        .allMatch(line -> line.state() == Operations.State.HELD);
    assertThat(engine.operations().release()).isPositive();
    settle();
    assertThat(world.shown).containsSubsequence("ask:1:goal again", "ask:1:use_case");
  }

  @Test
  void a_backup_under_load_is_of_one_moment() throws Exception {
    lead().start();
    CountDownLatch many = new CountDownLatch(60);
    List<String> commands = Collections.synchronizedList(new ArrayList<>());
    Thread talking =
        Thread.startVirtualThread(() -> {
          for (int i = 0; i < 200; i++) {
            commands.add(lead().sends(new Action.Say("progress"), "load-" + i).command());
            many.countDown();
          }
        });
    many.await();
    List<String> acknowledged = List.copyOf(commands.subList(0, 60));
    Path file = backups.write(backups.folder()).file();
    talking.join();
    settle();
    new Restores(backups).stage(file);
    engine.close();
    engine = world.engine();
    engine.operations().release();
    await()
        .until(() -> {
          world.clock.tick(Duration.ofMinutes(1));
          engine.tick();
          return engine.idle();
        });
    assertThat(engine.unproven()).isEmpty();
    ProjectId project = lead().project();
    assertThat(acknowledged)
        .allMatch(command ->
            engine
                .inbox()
                .outcome(project, command)
                .filter(settled -> settled.state() == Settled.State.DONE)
                .isPresent());
  }

  @Test
  void it_is_its_owners_only_and_overwrites_nothing() throws Exception {
    Path file = backups.write(folder.resolve("here.zip")).file();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    byte[] first = Files.readAllBytes(file);
    assertThatThrownBy(() -> backups.write(file))
        .isInstanceOf(BackupTrouble.class)
        .hasMessageContaining("already");
    assertThat(file).hasBinaryContent(first);
  }

  @Test
  void a_full_disk_is_told_and_leaves_nothing_behind() throws Exception {
    lead().start();
    settle();
    Path file = folder.resolve("full.zip");
    try (Connection connection = Opening.of(new Store.InFolder(), data).plain()) {
      TableDump dump = new TableDump(connection, Dialect.SQLITE);
      assertThatThrownBy(() ->
              OwnersFile.write(
                  file,
                  out -> {
                    try {
                      dump.into(new ArchiveWriter(new Full(out), Instant.EPOCH));
                    } catch (SQLException e) {
                      throw new AssertionError(e);
                    }
                  }))
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
    }
    assertThat(OwnersFile.in(folder)).containsExactly(data);
  }

  /** Takes a little, and then no more. */
  private static final class Full extends FilterOutputStream {

    private int left = 2_000;

    Full(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      if (--left < 0) {
        throw new IOException("No space left on device");
      }
      out.write(one);
    }
  }

  @Test
  void only_so_many_are_kept() throws Exception {
    Path oldest = backups.write(backups.folder()).file();
    world.clock.tick(Duration.ofMinutes(1));
    Path middle = backups.write(backups.folder()).file();
    world.clock.tick(Duration.ofMinutes(1));
    Path newest = backups.write(backups.folder()).file();
    assertThat(backups.keepOnly(2, backups.folder())).containsExactly(oldest);
    assertThat(middle).exists();
    assertThat(newest).exists();
  }

  @Test
  void every_table_of_the_newest_schema_is_in_it() {
    try (var connection = Opening.of(new Store.InFolder(), data).plain();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select name from sqlite_schema where type = 'table'"
                    + " and name not like 'sqlite%' and name not like 'flyway%'")) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      assertThat(names).containsExactlyInAnyOrderElementsOf(Tables.ALL);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void repositories_come_back_and_what_git_was_just_writing_does_not() throws Exception {
    Path repository = DataFolder.repositories(data).resolve("support-bot.git");
    Files.createDirectories(repository.resolve("objects/ab"));
    Files.createDirectories(repository.resolve("refs/heads/aiwf"));
    Files.writeString(repository.resolve("HEAD"), "ref: refs/heads/aiwf/support-bot");
    Files.writeString(repository.resolve("refs/heads/aiwf/support-bot"), "abcd");
    Files.writeString(repository.resolve("refs/heads/aiwf/support-bot.lock"), "half");
    Files.writeString(repository.resolve("objects/ab/cd"), "then");
    Path file = backups.write(backups.folder()).file();
    Files.writeString(repository.resolve("objects/ab/cd"), "now");
    Files.writeString(repository.resolve("objects/ab/ef"), "new");
    restore(file);
    assertThat(repository.resolve("objects/ab/cd")).hasContent("then");
    assertThat(repository.resolve("objects/ab/ef")).doesNotExist();
    assertThat(repository.resolve("refs/heads/aiwf/support-bot.lock")).doesNotExist();
    assertThat(data.resolve("restore")).doesNotExist();
  }
}
