package dev.aiwf.slack;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.surface.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Private lines from beside a request: an acknowledgement never waits for Slack to take one. They
 * are tried once, for nothing is lost with them; what a command leads to is whispered by its
 * effect.
 */
record Whispers(SlackSurface surface) {

  private static final Logger LOG = LoggerFactory.getLogger(Whispers.class);

  void tell(Asker asker, Content content) {
    tell(asker, Reply.of(content));
  }

  void tell(Asker asker, Reply reply) {
    Thread.ofVirtual()
        .name("slack-whisper")
        .start(() -> {
          try {
            surface.whisper(asker, reply);
          } catch (NotNow | NotEver e) {
            LOG.info("A private line could not be said: {}", e.getMessage());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
