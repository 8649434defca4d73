/**
 * A Slack of our own on the loopback interface, as strict as the real one is said to be. It knows
 * nothing of Slack's libraries and nothing of the adapter, so that it can judge both.
 */
@NullMarked
package dev.aiwf.testkit.slack;

import org.jspecify.annotations.NullMarked;
