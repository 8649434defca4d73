/**
 * Talks with models. What a model is told is fenced here, what it costs is counted here, and
 * however it fails, whoever asks hears a plain sentence; nothing of langchain4j leaves this
 * package.
 */
@NullMarked
package dev.aiwf.architect;

import org.jspecify.annotations.NullMarked;
