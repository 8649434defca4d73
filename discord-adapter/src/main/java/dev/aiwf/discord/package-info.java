/** Discord: JDA's events in, messages made of Discord's components out. */
@NullMarked
package dev.aiwf.discord;

import org.jspecify.annotations.NullMarked;
