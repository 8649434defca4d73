/**
 * The database itself: which one it is, how it is opened and brought up to date, and the one thread
 * that writes to it. It knows nothing of what is stored.
 */
@NullMarked
package dev.aiwf.engine.store;

import org.jspecify.annotations.NullMarked;
