package dev.aiwf.architect;

import dev.aiwf.architect.Fault.Kind;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.util.Optional;

/** A model that can be asked. */
record Voice(String name, StreamingChatModel model, Optional<Price> price) {

  static Voice of(ArchitectSettings.Model settings, WireBuilder wire) {
    StreamingChatModel model =
        switch (settings.provider()) {
          case OPENAI -> OpenAi.model(settings, wire);
          case ANTHROPIC -> Anthropic.model(settings, wire);
          case GEMINI -> Gemini.model(settings, wire);
          case OLLAMA -> Ollama.model(settings, wire);
        };
    return new Voice(settings.name(), model, settings.price());
  }

  /**
   * What is wrong with an answer that seems to have come to its end.
   *
   * @param tools whether it was offered any
   * @param anyBefore whether something was said before in the same turn
   */
  static Optional<Kind> wrong(Reply.Ended ended, boolean tools, boolean anyBefore) {
    // A refusal in the middle of an answer has no name of its own in the library.
    if (ended.reason() == FinishReason.CONTENT_FILTER
        || (ended.reason() == FinishReason.OTHER && !ended.text().isBlank())) {
      return Optional.of(Kind.REFUSED);
    }
    boolean calls = tools && ended.message().hasToolExecutionRequests();
    if (ended.text().isBlank() && !calls && !anyBefore) {
      return Optional.of(Kind.EMPTY);
    }
    // Servers that close a stream half-way look like this to the library.
    return ended.reason() == null ? Optional.of(Kind.CUT) : Optional.empty();
  }
}
