package dev.aiwf.slack;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that say more than Slack shows at once: all of it comes into the thread as a file. It
 * comes before the message, which then says where it is, and once, however often the message is
 * drawn; a restart in between may bring it twice.
 */
final class Attachments {

  private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

  private static final int REMEMBERED = 1_000;

  private final SlackFiles files;

  /** What was brought for each message. */
  private final Map<String, String> brought =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  Attachments(SlackFiles files) {
    this.files = files;
  }

  /** Brings all of it, and answers with the file's name; none where no file can be brought. */
  Optional<String> bring(String channel, @Nullable String thread, String posting, Content content)
      throws NotNow, InterruptedException {
    if (thread == null) {
      return Optional.empty();
    }
    String name = posting.replace('/', '-') + ".txt";
    String key = channel + " " + posting;
    String text = content.text();
    if (!text.equals(known(key))) {
      try {
        files.bring(channel, thread, name, name, text.getBytes(StandardCharsets.UTF_8));
      } catch (NotEver e) {
        LOG.warn("A long message is shown in part, for no file can be brought: {}", e.getMessage());
        return Optional.empty();
      }
      remember(key, text);
    }
    return Optional.of(name);
  }

  private @Nullable String known(String key) {
    synchronized (brought) {
      return brought.get(key);
    }
  }

  private void remember(String key, String text) {
    synchronized (brought) {
      brought.put(key, text);
    }
  }
}
