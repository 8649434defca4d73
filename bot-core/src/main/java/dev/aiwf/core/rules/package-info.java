/**
 * Every rule of a run: what may be done now, how an answer is understood, what a command comes to.
 */
@NullMarked
package dev.aiwf.core.rules;

import org.jspecify.annotations.NullMarked;
