/**
 * Reads packs from their folders into the types of a workflow, and says with file and line all that
 * is wrong with one.
 */
@NullMarked
package dev.aiwf.packs;

import org.jspecify.annotations.NullMarked;
