package dev.aiwf.slack;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who is let in: those of the workspace where the app is installed, in the channels that the
 * operator allows.
 *
 * @param channels the only channels; empty for any
 * @param installed the workspace, once it is known; until then any that Slack vouches for
 */
record Door(Set<String> channels, Supplier<Optional<String>> installed) {

  /** Said to whoever asks in another channel. */
  static final String CLOSED =
      "aiwf is not used in this channel. Nothing was done. Whoever runs it allows channels with"
          + " SLACK_CHANNELS.";

  /** Whether somebody may ask where they ask. */
  boolean open(Asker asker) {
    return open(asker.channel()) && of(asker.team());
  }

  /** Whether it is the workspace where the app is installed, as far as known. */
  boolean of(String team) {
    return installed.get().map(team::equals).orElse(true);
  }

  /** Whether aiwf is used in a channel; what is written to itself is in none. */
  boolean open(String channel) {
    return channels.isEmpty() || channel.startsWith("D") || channels.contains(channel);
  }
}
