@NullMarked
package dev.aiwf.engine.store;

import org.jspecify.annotations.NullMarked;
