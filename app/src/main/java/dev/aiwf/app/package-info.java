/** The one place where it is put together: settings, command line, wiring. */
@NullMarked
package dev.aiwf.app;

import org.jspecify.annotations.NullMarked;
