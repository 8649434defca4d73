/** What the architect is told, what it may use, and what its calls amount to. */
@NullMarked
package dev.aiwf.core.talk;

import org.jspecify.annotations.NullMarked;
