/** Kills the real program at random moments and looks at what is left. */
@NullMarked
package dev.aiwf.app.killed;

import org.jspecify.annotations.NullMarked;
