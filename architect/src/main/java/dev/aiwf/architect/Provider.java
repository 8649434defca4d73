package dev.aiwf.architect;

/** Whose way of talking with a model is spoken. */
public enum Provider {
  /** OpenAI, and everything that speaks as it does. */
  OPENAI,
  ANTHROPIC,
  GEMINI,
  OLLAMA
}
