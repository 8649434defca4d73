package dev.aiwf.architect;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import java.net.URI;
import java.util.Map;

/** Models that run on a machine of one's own. */
final class Ollama {

  /** By itself it reads a few thousand tokens, and passes over the rest without a word. */
  private static final int READS = 32_768;

  private static final URI USUAL = URI.create("http://localhost:11434");

  private Ollama() {}

  static StreamingChatModel model(ArchitectSettings.Model settings, WireBuilder wire) {
    OllamaStreamingChatModel.OllamaStreamingChatModelBuilder builder =
        OllamaStreamingChatModel.builder()
            .httpClientBuilder(wire)
            .modelName(settings.name())
            .numCtx(READS)
            // A model that thinks is not silent.
            .returnThinking(true)
            .baseUrl(settings.address().orElse(USUAL).toString());
    settings
        .key()
        .ifPresent(key -> builder.customHeaders(Map.of("Authorization", "Bearer " + key)));
    return builder.build();
  }
}
