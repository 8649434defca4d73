package dev.aiwf.architect;

import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.net.URI;

/** Anthropic's messages. */
final class Anthropic {

  private Anthropic() {}

  static StreamingChatModel model(ArchitectSettings.Model settings, WireBuilder wire) {
    AnthropicStreamingChatModel.AnthropicStreamingChatModelBuilder builder =
        AnthropicStreamingChatModel.builder()
            .httpClientBuilder(wire)
            .modelName(settings.name())
            .apiKey(settings.key().orElseThrow());
    settings.address().map(URI::toString).ifPresent(builder::baseUrl);
    return builder.build();
  }
}
