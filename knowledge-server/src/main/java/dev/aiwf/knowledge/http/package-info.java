/** Who is let in over HTTP, and the tools as plain routes. */
@NullMarked
package dev.aiwf.knowledge.http;

import org.jspecify.annotations.NullMarked;
