@NullMarked
package dev.aiwf.core.scenario;

import org.jspecify.annotations.NullMarked;
