/** Asks a knowledge server, ours or another, and measures how it answers. */
@NullMarked
package dev.aiwf.knowledge.check;

import org.jspecify.annotations.NullMarked;
