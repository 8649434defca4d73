package dev.aiwf.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a transaction whose connection, or one of whose jobs, breaks in its middle. */
class WritingOnPostgresTest {

  private Database database;
  private final AtomicInteger reconnected = new AtomicInteger();

  @BeforeEach
  void open() {
    database = Opening.of(OnPostgres.fresh(), Path.of("unused")).open(_ -> {});
    database.writer().reconnected(reconnected::incrementAndGet);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static int pack(Handle handle, String hash) {
    return handle.execute(
        "insert into pack (hash, id, version, content) values (?, '', '', '')", hash);
  }

  private int packs() {
    return database.read(
        handle -> handle.createQuery("select count(*) from pack").mapTo(Integer.class).one());
  }

  @Test
  void a_connection_that_breaks_in_the_middle_leaves_nothing_and_is_replaced() {
    assertThatThrownBy(() ->
            database
                .writer()
                .write(handle -> {
                  pack(handle, "one");
                  handle.execute("select pg_terminate_backend(pg_backend_pid())");
                  return pack(handle, "two");
                }))
        .isInstanceOf(StoreTrouble.class);
    assertThat(database.writer().broken()).isTrue();
    assertThat(packs()).isZero();
    database.writer().write(handle -> pack(handle, "three"));
    assertThat(database.writer().broken()).isFalse();
    assertThat(packs()).isOne();
    assertThat(reconnected).hasValue(1);
  }

  @Test
  void nothing_is_written_before_those_who_must_know_of_a_new_connection_do() {
    database
        .writer()
        .reconnected(() -> {
          if (reconnected.incrementAndGet() == 1) {
            throw new StoreTrouble("not yet", null);
          }
        });
    assertThatThrownBy(() ->
            database
                .writer()
                .write(handle -> handle.execute("select pg_terminate_backend(pg_backend_pid())")))
        .isInstanceOf(StoreTrouble.class);
    assertThatThrownBy(() -> database.writer().write(handle -> pack(handle, "early")))
        .isInstanceOf(StoreTrouble.class);
    assertThat(packs()).isZero();
    database.writer().write(handle -> pack(handle, "late"));
    assertThat(reconnected).hasValue(2);
  }

  /** PostgreSQL answers a commit of what went wrong with a rollback, and calls that a success. */
  @Test
  void work_that_hides_its_failure_is_not_taken_for_done() {
    assertThatThrownBy(() ->
            database
                .writer()
                .write(handle -> {
                  pack(handle, "one");
                  assertThatThrownBy(() -> pack(handle, "one")).isNotNull();
                  return 1;
                }))
        .isInstanceOf(RuntimeException.class);
    assertThat(packs()).isZero();
    database.writer().write(handle -> pack(handle, "two"));
    assertThat(packs()).isOne();
  }
}
