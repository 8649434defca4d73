@NullMarked
package dev.aiwf.core.guide;

import org.jspecify.annotations.NullMarked;
