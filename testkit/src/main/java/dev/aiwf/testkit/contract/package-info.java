/** What every implementation of a port must do, as suites that the fake and the real ones pass. */
@NullMarked
package dev.aiwf.testkit.contract;

import org.jspecify.annotations.NullMarked;
