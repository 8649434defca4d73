package dev.aiwf.knowledge.client;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what another thread does. */
final class Waiting {

  private Waiting() {}

  static <T> T on(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException("The knowledge base is not asked any more");
      }
      throw new IllegalStateException("Asking a knowledge base failed in a way of ours", e);
    }
  }
}
