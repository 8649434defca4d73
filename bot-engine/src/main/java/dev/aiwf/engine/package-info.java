/**
 * Makes the core durable: commands are stored before they are acknowledged, turns are committed
 * whole, effects are done at least once and in order. It stands on the rooms {@code store}, {@code
 * rows} and {@code backup}.
 */
@NullMarked
package dev.aiwf.engine;

import org.jspecify.annotations.NullMarked;
