package dev.aiwf.engine.store;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write: everything that is stored goes through here, one commit after the other.
 */
public interface Writer extends AutoCloseable {

  /** Something to write. It may run again if the store said no the first time. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T on(Handle handle);
  }

  /** Writes and waits for the commit. */
  default <T extends @Nullable Object> T write(Work<T> work) {
    return write(work, _ -> {});
  }

  /**
   * Writes and waits for the commit.
   *
   * @param then runs right after the commit, in the order of the commits; it must be quick
   */
  <T extends @Nullable Object> T write(Work<T> work, Consumer<T> then);

  /** Whether so much waits that nothing more should be taken in. */
  boolean full();

  /** Whether the last thing written was not taken for the store's sake. */
  default boolean broken() {
    return false;
  }

  /**
   * Is to be run, before anything more is written, whenever the store was lost and is there again:
   * what was under way may have been stored, and somebody else may have worked meanwhile.
   */
  default void reconnected(Runnable then) {}

  @Override
  void close();
}
