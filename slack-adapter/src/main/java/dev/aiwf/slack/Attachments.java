package dev.aiwf.slack;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Surface;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that say more than Slack shows at once: all of it comes into the thread as a file. It
 * comes before the message, which then says where it is, and once, however often the message is
 * drawn. A name stands for what is in it, so that after a restart the thread tells what was
 * brought, as far as Slack lets a bot read it.
 */
final class Attachments {

  private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

  private static final int REMEMBERED = 1_000;

  private final SlackFiles files;
  private final ReadBack readBack;

  /** The file that was brought for each message. */
  private final Map<String, String> brought =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  Attachments(SlackFiles files, ReadBack readBack) {
    this.files = files;
    this.readBack = readBack;
  }

  /** Brings all of it, and answers with the file's name; none where no file can be brought. */
  Optional<String> bring(
      String channel, @Nullable String thread, Surface.Showing showing, Content content)
      throws NotNow, InterruptedException {
    if (thread == null) {
      return Optional.empty();
    }
    byte[] text = content.text().getBytes(StandardCharsets.UTF_8);
    String name = "%s-%s.txt".formatted(showing.posting().replace('/', '-'), digest(text));
    String key = channel + " " + showing.posting();
    if (!name.equals(known(key))) {
      try {
        if (!stands(channel, thread, name, showing.message().at())) {
          files.bring(channel, thread, name, name, text);
        }
      } catch (NotEver e) {
        LOG.warn("A long message is shown in part, for no file can be brought: {}", e.getMessage());
        return Optional.empty();
      }
      remember(key, name);
    }
    return Optional.of(name);
  }

  private boolean stands(String channel, String thread, String name, Instant since)
      throws NotNow, InterruptedException {
    try {
      return readBack.holds(channel, thread, name, since);
    } catch (NotEver e) {
      LOG.warn("The thread can't be read back, so a file may stand twice: {}", e.getMessage());
      return false;
    }
  }

  private static String digest(byte[] text) {
    CRC32C sum = new CRC32C();
    sum.update(text);
    return "%08x".formatted(sum.getValue());
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
