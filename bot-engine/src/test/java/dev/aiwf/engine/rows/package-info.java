@NullMarked
package dev.aiwf.engine.rows;

import org.jspecify.annotations.NullMarked;
