/** One command taken through: decide, evolve, react, and the effects that come of it. */
@NullMarked
package dev.aiwf.core.turn;

import org.jspecify.annotations.NullMarked;
