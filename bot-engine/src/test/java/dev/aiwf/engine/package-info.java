@NullMarked
package dev.aiwf.engine;

import org.jspecify.annotations.NullMarked;
