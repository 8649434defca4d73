@NullMarked
package dev.aiwf.core.workflow;

import org.jspecify.annotations.NullMarked;
