/** A real PostgreSQL server for tests. */
@NullMarked
package dev.aiwf.testkit.postgres;

import org.jspecify.annotations.NullMarked;
