@NullMarked
package dev.aiwf.core.talk;

import org.jspecify.annotations.NullMarked;
