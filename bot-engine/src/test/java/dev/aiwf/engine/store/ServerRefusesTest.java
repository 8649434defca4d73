package dev.aiwf.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aiwf.engine.Engine;
import dev.aiwf.engine.World;
import dev.aiwf.testkit.postgres.PostgresDatabase;
import dev.aiwf.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told when a server's database can't be used: a sentence, no password. */
class ServerRefusesTest {

  private static final String SECRET = "hush-hush";

  @TempDir private Path folder;

  private String refusal(Store.OnServer store) {
    Throwable refused =
        catchThrowable(() -> {
          try (Engine _ = new World(folder, store).sleeping()) {
            throw new AssertionError("it was opened");
          }
        });
    assertThat(refused).isInstanceOf(UnusableDatabase.class);
    StringWriter trace = new StringWriter();
    refused.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(SECRET);
    assertThat(refused.getMessage()).doesNotContain("\n");
    return String.valueOf(refused.getMessage());
  }

  private static Store.OnServer at(String address) {
    return new Store.OnServer(address, "aiwf", SECRET);
  }

  @Test
  void an_empty_database_is_made_ready() throws DataFolder.InUse {
    try (Engine engine =
        new World(folder, OnPostgres.store(PostgresServer.shared().empty())).sleeping()) {
      assertThat(engine.projects().list()).isEmpty();
    }
  }

  @Test
  void an_address_that_is_none() {
    String looksLike = "looks like jdbc:postgresql://host:5432/name";
    assertThat(refusal(at("postgres://aiwf:" + SECRET + "@host/name"))).contains(looksLike);
    assertThat(refusal(at("jdbc:postgresql://host:no-port/name?password=" + SECRET)))
        .contains(looksLike);
  }

  @Test
  void a_server_that_is_not_there() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = free.getLocalPort();
    }
    assertThat(refusal(at("jdbc:postgresql://127.0.0.1:" + nobody + "/aiwf?password=" + SECRET)))
        .startsWith("The PostgreSQL server can't be reached. Look at host and port");
  }

  @Test
  void a_host_that_is_not_there() {
    SQLException unknown =
        new SQLException("The connection failed.", "08001", new UnknownHostException("nowhere"));
    assertThat(UnusableDatabase.because(unknown)).hasMessageContaining("there is no such host");
  }

  @Test
  void a_wrong_password() {
    PostgresServer server = PostgresServer.shared();
    server.execute("create role guarded login password 'right'");
    server.askForPassword("guarded");
    PostgresDatabase database = server.as(server.empty(), "guarded", SECRET);
    assertThat(refusal(OnPostgres.store(database))).contains("name or password is wrong");
  }

  @Test
  void a_database_that_is_not_there() {
    String server = PostgresServer.shared().empty().url();
    assertThat(refusal(new Store.OnServer(server + "_x", "postgres", SECRET)))
        .contains("no such database");
  }

  @Test
  void a_user_who_may_make_no_tables() {
    PostgresServer server = PostgresServer.shared();
    server.execute("create role poor login");
    assertThat(refusal(OnPostgres.store(server.as(server.empty(), "poor", SECRET))))
        .isEqualTo(
            "This user lacks rights in the database (permission denied for schema public): let it"
                + " own the database, or grant it create and usage on the schema. Nothing was"
                + " changed.");
  }

  @Test
  void a_user_to_whom_the_tables_do_not_belong() {
    PostgresServer server = PostgresServer.shared();
    server.execute("create role stranger login");
    Store.OnServer mine = OnPostgres.fresh();
    assertThat(refusal(new Store.OnServer(mine.url(), "stranger", SECRET)))
        .contains("lacks rights in the database (permission denied for");
  }

  @Test
  void a_database_that_can_only_be_read() {
    PostgresServer server = PostgresServer.shared();
    PostgresDatabase database = server.empty();
    server.execute("alter database " + database.name() + " set default_transaction_read_only = on");
    assertThat(refusal(OnPostgres.store(database))).contains("can only be read");
  }

  @Test
  void a_server_that_forgets_is_named_but_an_acknowledgement_waits_for_the_disk_anyway()
      throws DataFolder.InUse {
    try (Engine engine = new World(folder, OnPostgres.fresh()).sleeping()) {
      assertThat(engine.durability().doubts())
          .anyMatch(doubt -> doubt.endsWith("Set fsync = on."))
          .anyMatch(doubt -> doubt.contains("full_page_writes = on"))
          .noneMatch(doubt -> doubt.contains("synchronous_commit"));
    }
  }

  @Test
  void the_embedded_database_is_in_no_doubt() throws DataFolder.InUse {
    try (Engine engine = new World(folder, new Store.InFolder()).sleeping()) {
      assertThat(engine.durability().doubts()).isEmpty();
    }
  }
}
