@NullMarked
package dev.aiwf.core.turn;

import org.jspecify.annotations.NullMarked;
