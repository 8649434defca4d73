package dev.aiwf.discord;

import dev.aiwf.core.port.Unreachable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The projects that can't be shown, and why: said once in the log, however many messages meet it.
 */
final class Closed {

  private static final Logger LOG = LoggerFactory.getLogger(Closed.class);

  private final Map<DiscordChannel, String> why = new ConcurrentHashMap<>();

  /** A message met it. */
  void met(DiscordChannel place, Unreachable trouble) {
    String sentence = String.valueOf(trouble.getMessage());
    if (!sentence.equals(why.put(place, sentence))) {
      LOG.warn(
          "{} can't be shown in Discord: {} Everything else goes on.", place.project(), sentence);
    }
  }

  /** A message was shown. */
  void reached(DiscordChannel place) {
    if (why.remove(place) != null) {
      LOG.info("{} is shown in Discord again", place.project());
    }
  }
}
