@NullMarked
package dev.aiwf.engine.backup;

import org.jspecify.annotations.NullMarked;
