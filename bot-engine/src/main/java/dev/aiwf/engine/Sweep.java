package dev.aiwf.engine;

import dev.aiwf.engine.rows.InboxTable;
import dev.aiwf.engine.rows.OutboxTable;
import dev.aiwf.engine.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Offers every row that waits, for whatever reason nobody was woken for it. */
record Sweep(
    Database database,
    InstantSource clock,
    Consumer<InboxTable.Place> turns,
    Consumer<InboxTable.Place> effects) {

  private static final int A_PAGE = 10_000;

  /** Effects first: a turn that is taken up again may only add to the ends of their lanes. */
  void all() {
    due();
    offer(InboxTable::open, turns);
  }

  /** Effects whose time has come. */
  void due() {
    Instant now = clock.instant();
    offer((handle, after, limit) -> OutboxTable.waiting(handle, now, after, limit), effects);
  }

  private void offer(Waiting waiting, Consumer<InboxTable.Place> lanes) {
    long after = 0;
    List<InboxTable.Place> places;
    do {
      long from = after;
      places = database.read(handle -> waiting.after(handle, from, A_PAGE));
      places.forEach(lanes);
      after = places.isEmpty() ? after : places.getLast().row();
    } while (places.size() == A_PAGE);
  }

  private interface Waiting {
    List<InboxTable.Place> after(Handle handle, long row, int limit);
  }
}
