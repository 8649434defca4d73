package dev.aiwf.slack;

import dev.aiwf.core.project.ChannelId;

/**
 * Where a form was opened: Slack keeps it with the form and hands it back with what was filled in,
 * for a form itself stands in no channel.
 *
 * @param control the button's id
 * @param channel where a refusal is whispered
 * @param visit the visit that it was filled in for: the next one may ask something else
 */
record FormOrigin(String control, ChannelId channel, int visit) {

  String written() {
    return control + "\n" + visit + "\n" + channel;
  }

  static FormOrigin read(String written) {
    String[] lines = written.split("\n", 3);
    return new FormOrigin(lines[0], new ChannelId(lines[2]), Integer.parseInt(lines[1]));
  }
}
