/** Takes everything out of a database and a data folder into one file, and brings it back. */
@NullMarked
package dev.aiwf.engine.backup;

import org.jspecify.annotations.NullMarked;
