package dev.aiwf.app;

import dev.aiwf.engine.backup.Backups;
import dev.aiwf.engine.store.Store;
import java.time.Clock;

/** What the settings say about where everything is kept, for commands that need no more. */
final class Stores {

  private Stores() {}

  /** Which database it is. */
  static Store of(Settings settings) {
    return settings
        .database()
        .<Store>map(named ->
            new Store.OnServer(named.url(), named.user().orElse(""), named.password().orElse("")))
        .orElseGet(Store.InFolder::new);
  }

  static Backups backups(Settings settings) {
    return new Backups(settings.data(), of(settings), Clock.systemUTC());
  }
}
