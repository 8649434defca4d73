/** Fakes of ports, and the small workflow that tests run. For test scope only. */
@NullMarked
package dev.aiwf.testkit;

import org.jspecify.annotations.NullMarked;
