package dev.aiwf.engine.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A piece of work on its way through the writer, and whoever waits for it. */
final class Job<T extends @Nullable Object> {

  private static final Logger LOG = LoggerFactory.getLogger(Job.class);

  private final Writer.Work<T> work;
  private final Consumer<T> then;
  private final CompletableFuture<T> done = new CompletableFuture<>();
  private @Nullable RuntimeException failure;
  private T result;

  @SuppressWarnings("NullAway") // result is set by run before committed reads it
  Job(Writer.Work<T> work, Consumer<T> then) {
    this.work = work;
    this.then = then;
  }

  /** Does the work. What it throws leaves the transaction unusable. */
  void run(Handle handle) {
    failure = null;
    result = work.on(handle);
  }

  /** Does the work so that what it throws concerns nobody else in the transaction. */
  void runApart(Handle handle) {
    handle.execute("savepoint job");
    try {
      run(handle);
      handle.execute("release job");
    } catch (RuntimeException e) {
      failure = e;
      handle.execute("rollback to job");
      handle.execute("release job");
    }
  }

  /** Answers whoever waits, after the commit. */
  void committed() {
    RuntimeException broken = failure;
    if (broken != null) {
      done.completeExceptionally(broken);
      return;
    }
    try {
      then.accept(result);
    } catch (RuntimeException e) {
      LOG.error("What follows a commit failed; the sweep will catch it", e);
    }
    done.complete(result);
  }

  void failed(StoreTrouble trouble) {
    done.completeExceptionally(trouble);
  }

  /** Waits until it is committed, or can't be. */
  T await() {
    try {
      return done.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failed
          ? StoreTrouble.orItself(failed)
          : new StoreTrouble("the store did not take it", e.getCause());
    }
  }
}
