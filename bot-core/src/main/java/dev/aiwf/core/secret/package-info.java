/** What must not be written down where others read it. */
@NullMarked
package dev.aiwf.core.secret;

import org.jspecify.annotations.NullMarked;
