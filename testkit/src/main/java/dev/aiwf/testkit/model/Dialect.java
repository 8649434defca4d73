package dev.aiwf.testkit.model;

/** Whose format a model speaks. */
public enum Dialect {
  OPENAI,
  ANTHROPIC,
  GEMINI,
  OLLAMA;

  Format format() {
    return switch (this) {
      case OPENAI -> new OpenAiFormat();
      case ANTHROPIC -> new AnthropicFormat();
      case GEMINI -> new GeminiFormat();
      case OLLAMA -> new OllamaFormat();
    };
  }
}
