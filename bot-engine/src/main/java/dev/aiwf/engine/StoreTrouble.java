package dev.aiwf.engine;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The store did not take or give something: nothing changed, and it may be tried again. */
final class StoreTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** SQLite's codes for what is wrong with the work rather than with the disk or the file. */
  private static final Set<Integer> OURS = Set.of(1, 18, 19, 20, 21, 25);

  private static final int PRIMARY_CODE = 0xff;

  StoreTrouble(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The failure as trouble of the store, if that is what it is; otherwise the failure itself. */
  static RuntimeException orItself(RuntimeException failure) {
    if (failure instanceof StoreTrouble) {
      return failure;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && !OURS.contains(sql.getErrorCode() & PRIMARY_CODE)) {
        return new StoreTrouble("the store did not take it", failure);
      }
    }
    return failure;
  }
}
