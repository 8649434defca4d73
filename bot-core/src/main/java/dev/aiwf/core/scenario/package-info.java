/** People and what must come of what they do, scripted and played in memory through the core. */
@NullMarked
package dev.aiwf.core.scenario;

import org.jspecify.annotations.NullMarked;
