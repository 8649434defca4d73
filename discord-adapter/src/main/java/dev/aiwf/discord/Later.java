package dev.aiwf.discord;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is done beside a request and tried once, because nothing is lost with it. */
@FunctionalInterface
interface Later {

  /** Does it. */
  void run() throws NotNow, NotEver, InterruptedException;

  /** Has it done while whoever asked goes on. */
  static void run(String name, String failed, Later task) {
    Thread.ofVirtual()
        .name(name)
        .start(() -> {
          Logger log = LoggerFactory.getLogger(Later.class);
          try {
            task.run();
          } catch (NotNow | NotEver e) {
            log.info("{}: {}", failed, e.getMessage());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
