/**
 * What every chat surface answers alike: the command's words, private answers, and which projects
 * somebody may learn of.
 */
@NullMarked
package dev.aiwf.core.surface;

import org.jspecify.annotations.NullMarked;
