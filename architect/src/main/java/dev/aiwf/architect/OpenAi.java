package dev.aiwf.architect;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;

/** OpenAI's chat completions, which many others speak too. */
final class OpenAi {

  private OpenAi() {}

  static StreamingChatModel model(ArchitectSettings.Model settings, WireBuilder wire) {
    OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder builder =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(wire)
            .modelName(settings.name())
            // A model that thinks is not silent.
            .returnThinking(true);
    settings.address().map(URI::toString).ifPresent(builder::baseUrl);
    settings.key().ifPresent(builder::apiKey);
    OpenAiStreamingChatModel model = builder.build();
    return settings.address().isPresent() ? model : new Original(model);
  }

  /** OpenAI's newer models know the limit of an answer under another name than all others do. */
  private record Original(OpenAiStreamingChatModel model) implements StreamingChatModel {
    @Override
    public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
      model.chat(
          ChatRequest.builder()
              .messages(request.messages())
              .parameters(
                  OpenAiChatRequestParameters.builder()
                      .toolSpecifications(request.toolSpecifications())
                      .maxCompletionTokens(request.maxOutputTokens())
                      .build())
              .build(),
          handler);
    }
  }
}
