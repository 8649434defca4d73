package dev.aiwf.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.project.Entry;
import dev.aiwf.engine.Engine;
import dev.aiwf.engine.World;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Someone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a restore leaves behind wherever it breaks off. */
class TakingUpTest {

  @TempDir private Path data;

  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @EnumSource(TakingUp.Step.class)
  void wherever_it_dies_the_next_start_finishes_it(TakingUp.Step last) throws Exception {
    World world = new World(data, new Store.InFolder());
    Backups backups = new Backups(data, new Store.InFolder(), world.clock);
    Path marker = DataFolder.repositories(data).resolve("support-bot.git/HEAD");
    List<Entry> then;
    Path file;
    try (Engine engine = world.engine()) {
      lead(engine).start();
      await().until(engine::idle);
      then = engine.projects().facts(lead(engine).project(), 0, 1_000);
      Files.createDirectories(marker.getParent());
      Files.writeString(marker, "then");
      file = backups.write(backups.folder()).file();
      lead(engine).answersEverything();
      await().until(engine::idle);
      Files.writeString(marker, "now");
      new Restores(backups).stage(file);
    }
    TakingUp dying =
        new TakingUp(
            backups,
            step -> {
              if (step == last) {
                throw new Died();
              }
            });
    assertThatThrownBy(dying::run).isInstanceOf(Died.class);
    try (Engine engine = world.engine()) {
      await().until(engine::idle);
      assertThat(engine.projects().facts(lead(engine).project(), 0, 1_000)).isEqualTo(then);
      assertThat(engine.unproven()).isEmpty();
    }
    assertThat(marker).hasContent("then");
    assertThat(data.resolve("restore")).doesNotExist();
  }

  @Test
  void what_was_made_ready_only_in_part_is_not_taken_up() throws Exception {
    World world = new World(data, new Store.InFolder());
    try (Engine engine = world.engine()) {
      lead(engine).start();
      await().until(engine::idle);
    }
    Files.createDirectories(data.resolve("restore.making"));
    Files.writeString(data.resolve("restore.making/aiwf.db"), "half");
    try (Engine engine = world.engine()) {
      assertThat(engine.projects().list()).hasSize(1);
    }
  }

  @Test
  void a_database_that_can_not_be_read_is_kept_as_it_is_and_replaced() throws Exception {
    World world = new World(data, new Store.InFolder());
    Backups backups = new Backups(data, new Store.InFolder(), world.clock);
    Path file;
    try (Engine engine = world.engine()) {
      lead(engine).start();
      await().until(engine::idle);
      file = backups.write(backups.folder()).file();
    }
    Files.writeString(data.resolve("aiwf.db"), "this was a database");
    assertThatThrownBy(world::engine).isInstanceOf(RuntimeException.class);
    new Restores(backups).stage(file);
    Path kept = new Restores(backups).takeUp().orElseThrow().keptIn().orElseThrow();
    assertThat(kept.resolve("aiwf.db")).hasContent("this was a database");
    try (Engine engine = world.engine()) {
      assertThat(engine.projects().list()).hasSize(1);
      assertThat(engine.unproven()).isEmpty();
    }
  }

  private static Someone lead(Engine engine) {
    return new Someone(engine.inbox(), "support-bot", "lead", World.CHANNEL);
  }
}
