/** Who does something, and in which roles. */
@NullMarked
package dev.aiwf.core.people;

import org.jspecify.annotations.NullMarked;
