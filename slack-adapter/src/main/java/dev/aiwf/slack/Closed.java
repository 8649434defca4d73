package dev.aiwf.slack;

import dev.aiwf.core.port.Unreachable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channels that nothing can be shown in, and why: said once in the log, however many messages
 * meet it.
 */
final class Closed {

  private static final Logger LOG = LoggerFactory.getLogger(Closed.class);

  private static final String WORKSPACE = "the workspace";

  private final Map<String, String> why = new ConcurrentHashMap<>();

  /** A message met it. */
  void met(String channel, Unreachable trouble) {
    String place = SlackErrors.everywhere(trouble) ? WORKSPACE : channel;
    String sentence = String.valueOf(trouble.getMessage());
    if (!sentence.equals(why.put(place, sentence))) {
      LOG.warn("Nothing can be shown in Slack, {}: {} Everything else goes on.", place, sentence);
    }
  }

  /** A message was shown. */
  void reached(String channel) {
    if (!why.isEmpty()) {
      opened(WORKSPACE);
      opened(channel);
    }
  }

  private void opened(String place) {
    if (why.remove(place) != null) {
      LOG.info("Messages are shown in Slack again, {}", place);
    }
  }

  /** Whether nothing can be shown anywhere. */
  boolean everywhere() {
    return why.containsKey(WORKSPACE);
  }

  /** What keeps messages out, and where; none if nothing does, as far as known. */
  Optional<String> told() {
    return why.isEmpty()
        ? Optional.empty()
        : Optional.of(
            why.entrySet().stream()
                .map(each -> "Nothing is shown in %s: %s".formatted(each.getKey(), each.getValue()))
                .sorted()
                .collect(Collectors.joining(" ")));
  }
}
