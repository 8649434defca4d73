/** What the core needs of the world and what the world may ask of it, as interfaces. */
@NullMarked
package dev.aiwf.core.port;

import org.jspecify.annotations.NullMarked;
