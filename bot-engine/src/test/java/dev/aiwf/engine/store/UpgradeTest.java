package dev.aiwf.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.engine.backup.Backups;
import dev.aiwf.engine.backup.Restores;
import dev.aiwf.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the first version, brought up to date. */
class UpgradeTest {

  @TempDir private Path data;
  private Backups backups;
  private Opening opening;

  @BeforeEach
  void first() throws SQLException {
    backups = new Backups(data, new Store.InFolder(), SettableClock.begun());
    opening = Opening.of(new Store.InFolder(), data);
    Migration.of(opening).upTo(1);
    execute(
        """
        insert into inbox (command, digest, project, at, body)
        values ('c1', null, 'old', 1772442000000, '{}')
        """,
        """
        insert into outbox (lane, project, effect, visit, number, stops)
        values ('l', 'old', '{"type":"unknown"}', 1, 1, 0)
        """);
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = opening.plain();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private long one(String question) throws SQLException {
    try (Connection connection = opening.plain();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      return rows.getLong(1);
    }
  }

  private int version() throws SQLException {
    try (Connection connection = opening.plain()) {
      return Migration.version(connection, Dialect.SQLITE);
    }
  }

  @Test
  void it_is_backed_up_first_and_the_backup_can_be_restored() throws Exception {
    opening.open(backups::beforeMigration).close();
    assertThat(version()).isEqualTo(Migration.newest());
    List<Path> kept = OwnersFile.in(backups.folder());
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().getFileName().toString())
        .startsWith("before-schema-" + Migration.newest() + "-");
    execute("delete from inbox", "delete from outbox");
    new Restores(backups).stage(kept.getFirst());
    Restores.Done done = new Restores(backups).takeUp().orElseThrow();
    assertThat(done.held()).isOne();
    assertThat(version()).isEqualTo(Migration.newest());
    assertThat(one("select count(*) from inbox where command = 'c1' and digest is null")).isOne();
    assertThat(one("select held from outbox")).isOne();
  }

  @Test
  void what_talks_cost_before_is_counted_on() throws Exception {
    Migration.of(opening).upTo(4);
    execute(
        """
        insert into spend (talk, project, person, day, at, reserved, tokens) values
          ('t1', 'old', 'slack:1', '2026-11-20', 0, 0, 30),
          ('t2', 'old', 'slack:1', '2026-11-20', 0, 0, 12),
          ('t3', 'old', 'slack:1', '2026-11-21', 0, 500, 0),
          ('t4', 'new', 'slack:2', '2026-11-20', 0, 0, 7)
        """);
    opening.open(backups::beforeMigration).close();
    assertThat(one("select tokens from spend_of_day where person = 'slack:1'")).isEqualTo(42);
    assertThat(one("select sum(tokens) from spend_of_day")).isEqualTo(49);
    assertThat(one("select sum(reserved) from spend where reserved > 0")).isEqualTo(500);
  }

  @Test
  void one_that_is_up_to_date_is_not_backed_up() {
    opening.open(backups::beforeMigration).close();
    opening
        .open(_ -> {
          throw new AssertionError("nothing is to be brought up to date");
        })
        .close();
  }

  @Test
  void without_a_backup_it_is_left_alone() throws Exception {
    Files.writeString(backups.folder(), "no folder");
    assertThatThrownBy(() -> opening.open(backups::beforeMigration))
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageContaining("left as it is");
    assertThat(version()).isOne();
    assertThat(one("select count(*) from inbox")).isOne();
  }
}
