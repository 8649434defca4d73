/** The knowledge base as a server of its own, which knows nothing of the bot. */
@NullMarked
package dev.aiwf.knowledge;

import org.jspecify.annotations.NullMarked;
