/**
 * Makes the core durable: commands are stored before they are acknowledged, turns are committed
 * whole, effects are done at least once and in order. The only room that knows a database.
 */
@NullMarked
package dev.aiwf.engine;

import org.jspecify.annotations.NullMarked;
