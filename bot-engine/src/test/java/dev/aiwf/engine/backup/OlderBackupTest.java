package dev.aiwf.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.engine.Engine;
import dev.aiwf.engine.World;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Someone;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an older version backed up comes back as this one keeps it. */
class OlderBackupTest {

  private static final String SUMS = "spend_of_day";
  private static final int BEFORE_SUMS = 4;

  @TempDir private Path folder;

  @Test
  void whatWasSpentIsAddedUpWhereItWasNotYet() throws Exception {
    Path data = folder.resolve("data");
    World world = new World(data, new Store.InFolder());
    Backups backups = new Backups(data, new Store.InFolder(), world.clock);
    try (Engine engine = world.engine()) {
      new Someone(engine.inbox(), "support-bot", "lead", World.CHANNEL).start();
      await().until(engine::idle);
    }
    for (int talk = 1; talk <= 3; talk++) {
      run(
          world,
          "insert into spend (talk, project, person, day, at, reserved, tokens)"
              + " values ('t%1$d', 'support-bot', 'console:lead', '2026-03-02', 0, 0, %1$d00)"
                  .formatted(talk));
    }
    Path older =
        Forging.of(
            backups.write(folder.resolve("new.zip")).file(),
            folder.resolve("old.zip"),
            info ->
                Forging.with(
                    info,
                    BEFORE_SUMS,
                    info.tables().stream().filter(table -> !table.name().equals(SUMS)).toList()),
            Map.of(),
            Set.of("tables/" + SUMS + ".jsonl"));
    run(world, "delete from spend");

    Restores restores = new Restores(backups);
    restores.stage(older);
    assertThat(restores.takeUp()).isPresent();

    assertThat(sums(world)).containsExactly("2026-03-02 console:lead support-bot 600");
    try (Engine engine = world.engine()) {
      assertThat(engine.unproven()).isEmpty();
    }
  }

  private static void run(World world, String sql) throws Exception {
    try (Connection connection = world.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> sums(World world) throws Exception {
    try (Connection connection = world.connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select day, person, project, tokens from " + SUMS)) {
      List<String> sums = new ArrayList<>();
      while (row.next()) {
        sums.add(
            "%s %s %s %d"
                .formatted(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
      }
      return sums;
    }
  }
}
