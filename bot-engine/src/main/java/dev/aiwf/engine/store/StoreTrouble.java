package dev.aiwf.engine.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The store did not take or give something: nothing changed, and it may be tried again. */
public final class StoreTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** SQLite's codes for what is wrong with the work rather than with the disk or the file. */
  private static final Set<Integer> OURS = Set.of(1, 18, 19, 20, 21, 25);

  private static final int PRIMARY_CODE = 0xff;

  /** The classes of SQL states that are the server's, the connection's or the moment's fault. */
  private static final Set<String> THEIRS = Set.of("08", "25", "40", "53", "55", "57", "58", "XX");

  StoreTrouble(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The failure as trouble of the store, if that is what it is; otherwise the failure itself. */
  public static RuntimeException orItself(RuntimeException failure) {
    if (failure instanceof StoreTrouble) {
      return failure;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && theirs(sql)) {
        return new StoreTrouble("the store did not take it", failure);
      }
    }
    return failure;
  }

  private static boolean theirs(SQLException sql) {
    if (sql instanceof SQLTransientException) {
      return true;
    }
    String state = sql.getSQLState(); // SQLite's driver gives none.
    return state == null
        ? !OURS.contains(sql.getErrorCode() & PRIMARY_CODE)
        : THEIRS.contains(state.substring(0, Math.min(2, state.length())));
  }
}
