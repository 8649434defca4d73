/**
 * Slack: what it sends becomes commands, what the core says becomes blocks. The only room that
 * knows Bolt.
 */
@NullMarked
package dev.aiwf.slack;

import org.jspecify.annotations.NullMarked;
