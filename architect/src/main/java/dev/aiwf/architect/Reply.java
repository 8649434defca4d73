package dev.aiwf.architect;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/** What came of one request. */
sealed interface Reply {

  /** What was said, as it was heard. */
  String text();

  /** The model came to an end of its own. */
  record Ended(
      String text, AiMessage message, @Nullable FinishReason reason, @Nullable TokenUsage usage)
      implements Reply {}

  /** It was longer than it may be, and not read any further. */
  record Overlong(String text) implements Reply {}

  /** Somebody had it stopped. */
  record Stopped(String text) implements Reply {}

  /** It failed on the way. */
  record Failed(String text, Fault fault) implements Reply {}
}
