package dev.aiwf.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.aiwf.engine.rows.InboxTable;
import dev.aiwf.engine.store.Database;
import dev.aiwf.engine.store.Lent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;

/** What is due later, kept in the database: alarms for effects, and what is done every night. */
final class Scheduled implements Alarms, AutoCloseable {

  private static final String DUE = "effect-due";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
  // A scheduler that died with its process is noticed after six of these.
  private static final Duration HEARTBEAT = Duration.ofSeconds(20);
  private static final Duration TO_END = Duration.ofSeconds(2);
  private static final LocalTime AT_NIGHT = LocalTime.of(3, 30);
  private static final int AT_ONCE = 4;

  private final OneTimeTask<Void> due;
  private final JdbcCustomization customization;
  private final Scheduler scheduler;

  /**
   * Made, not yet started.
   *
   * @param due is done when the time of some effect has come
   * @param nightly is done every night
   */
  Scheduled(Database database, InstantSource clock, Runnable due, Runnable nightly) {
    this.due = Tasks.oneTime(DUE).execute((_, _) -> due.run());
    RecurringTask<Void> night =
        Tasks.recurring("night", Schedules.daily(AT_NIGHT)).execute((_, _) -> nightly.run());
    customization =
        switch (database.dialect()) {
          case SQLITE -> new SqliteJdbcCustomization();
          case POSTGRESQL -> new PostgreSqlJdbcCustomization(false, false);
        };
    scheduler =
        Scheduler.create(database.source(), this.due)
            .startTasks(night)
            .jdbcCustomization(customization)
            .clock(clock::instant)
            .schedulerName(new SchedulerName.Fixed("aiwf"))
            .pollingInterval(BETWEEN_LOOKS)
            .heartbeatInterval(HEARTBEAT)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .threads(AT_ONCE)
            .shutdownMaxWait(TO_END)
            .build();
  }

  void start() {
    scheduler.start();
  }

  @Override
  public void set(Handle handle, InboxTable.Place effect, Instant at) {
    // Through the writer's own connection: the alarm is there if the effect is, and no one else
    // writes.
    SchedulerClient.Builder.create(Lent.source(handle.getConnection()), due)
        .jdbcCustomization(customization)
        .build()
        .scheduleIfNotExists(due.instance(effect.row() + "@" + at.toEpochMilli()), at);
  }

  @Override
  public void close() {
    scheduler.stop();
  }
}
