/** The seven tools as functions of a library, its index and arguments. */
@NullMarked
package dev.aiwf.knowledge.tools;

import org.jspecify.annotations.NullMarked;
