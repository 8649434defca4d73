/**
 * A Discord of our own on the loopback interface, REST and gateway, as strict as the real one is
 * said to be. It knows nothing of Discord's libraries and nothing of the adapter, so that it can
 * judge both.
 */
@NullMarked
package dev.aiwf.testkit.discord;

import org.jspecify.annotations.NullMarked;
