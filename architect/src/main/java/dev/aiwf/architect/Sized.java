package dev.aiwf.architect;

import dev.langchain4j.model.chat.request.ChatRequest;

/**
 * A request, and how many tokens it takes at most.
 *
 * @param tokens estimated, so that a cap is kept before anything is sent
 */
record Sized(ChatRequest request, int tokens) {}
