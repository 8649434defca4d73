package dev.aiwf.architect;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import java.net.URI;

/** Google's Gemini. */
final class Gemini {

  private Gemini() {}

  static StreamingChatModel model(ArchitectSettings.Model settings, WireBuilder wire) {
    GoogleAiGeminiStreamingChatModel.GoogleAiGeminiStreamingChatModelBuilder builder =
        GoogleAiGeminiStreamingChatModel.builder()
            .httpClientBuilder(wire)
            .modelName(settings.name())
            // Newer models want their thoughts' signatures back with what calls came to.
            .returnThinking(true)
            .sendThinking(true)
            .apiKey(settings.key().orElseThrow());
    settings.address().map(URI::toString).ifPresent(builder::baseUrl);
    return builder.build();
  }
}
