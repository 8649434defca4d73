/** Who a request comes from, whether it is let in, and the one way in which it is told no. */
@NullMarked
package dev.aiwf.web.access;

import org.jspecify.annotations.NullMarked;
