/**
 * The knowledge bases that are connected, asked over MCP. What comes from them is somebody else's
 * text: it is measured, cut and cleaned here, and nothing of langchain4j leaves this package.
 */
@NullMarked
package dev.aiwf.knowledge.client;

import org.jspecify.annotations.NullMarked;
