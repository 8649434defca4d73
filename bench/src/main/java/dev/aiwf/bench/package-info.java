/**
 * Measures the real program from outside, always beside something else in the same run: a figure
 * alone says more about the machine than about the program.
 */
@NullMarked
package dev.aiwf.bench;

import org.jspecify.annotations.NullMarked;
