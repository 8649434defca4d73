/** Puts what requests ask for into the inbox, once each, and waits for what comes of it. */
@NullMarked
package dev.aiwf.web.sending;

import org.jspecify.annotations.NullMarked;
