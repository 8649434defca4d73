/**
 * The tables, each with the statements that read and write it, and how records become text in them.
 */
@NullMarked
package dev.aiwf.engine.rows;

import org.jspecify.annotations.NullMarked;
