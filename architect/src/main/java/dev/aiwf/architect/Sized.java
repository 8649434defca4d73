package dev.aiwf.architect;

import dev.langchain4j.model.chat.request.ChatRequest;

/**
 * A request, and about how many tokens it takes.
 *
 * @param tokens rather too many, so that a cap is kept before anything is sent
 */
record Sized(ChatRequest request, int tokens) {}
