@NullMarked
package dev.aiwf.core.rules;

import org.jspecify.annotations.NullMarked;
