/** The tools and items as MCP has them, over each of its transports. */
@NullMarked
package dev.aiwf.knowledge.mcp;

import org.jspecify.annotations.NullMarked;
