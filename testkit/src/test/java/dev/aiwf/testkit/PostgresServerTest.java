package dev.aiwf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.testkit.postgres.PostgresDatabase;
import dev.aiwf.testkit.postgres.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  @Test
  void every_database_is_one_of_its_own() {
    PostgresServer server = PostgresServer.shared();
    PostgresDatabase one = server.empty();
    server.execute(one, "create table one (id integer)");
    PostgresDatabase copy = server.like(one);
    server.execute(copy, "insert into one values (1)");
    PostgresDatabase other = server.empty();
    assertThatThrownBy(() -> server.execute(other, "select * from one"))
        .hasRootCauseMessage("ERROR: relation \"one\" does not exist\n  Position: 15");
  }

  @Test
  void what_was_committed_outlives_its_sudden_end(@TempDir Path folder) {
    try (PostgresServer server = PostgresServer.durable(folder.resolve("data"))) {
      PostgresDatabase database = server.empty();
      server.execute(database, "create table one (id integer)");
      server.kill();
      assertThatThrownBy(() -> server.execute(database, "select 1"))
          .isInstanceOf(IllegalStateException.class);
      server.start();
      server.execute(database, "insert into one values (1)");
      assertThat(database.url()).isEqualTo(server.as(database, "x", "y").url());
    }
  }
}
