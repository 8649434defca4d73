package dev.aiwf.web.pages;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.NotNow;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the knowledge bases for a page; one that gives no answer is said on it. */
record Asking(Supplier<Optional<Knowledge>> knowledge) {

  /** Whether there is anybody to ask. */
  boolean connected() {
    return knowledge.get().isPresent();
  }

  /** What comes of a question, where it can be asked. */
  <T> Heard<T> hear(Question<T> question) {
    Optional<Knowledge> here = knowledge.get();
    if (here.isEmpty()) {
      return new Heard<>(Optional.empty(), null);
    }
    try {
      return new Heard<>(Optional.of(question.to(here.get())), null);
    } catch (NotNow e) {
      return new Heard<>(Optional.empty(), e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Heard<>(Optional.empty(), "aiwf is being stopped; ask again when it is back.");
    }
  }

  /** A question to the knowledge bases. */
  @FunctionalInterface
  interface Question<T> {
    T to(Knowledge knowledge) throws NotNow, InterruptedException;
  }

  /**
   * What was heard.
   *
   * @param what the answer; none where there was none
   * @param trouble why nobody answered; none if somebody did, or nobody is connected
   */
  record Heard<T>(Optional<T> what, @Nullable String trouble) {}
}
