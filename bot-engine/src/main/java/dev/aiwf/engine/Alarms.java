package dev.aiwf.engine;

import dev.aiwf.engine.rows.InboxTable;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Wakes what is due later. It may be late or forget: the sweep finds what has become due. */
interface Alarms {

  /** Wakes an effect at a time, if this transaction is committed. */
  void set(Handle handle, InboxTable.Place effect, Instant at);
}
