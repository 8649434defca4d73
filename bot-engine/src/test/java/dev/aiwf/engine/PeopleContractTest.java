package dev.aiwf.engine;

import dev.aiwf.core.port.People;
import dev.aiwf.engine.store.Database;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.SettableClock;
import dev.aiwf.testkit.contract.PeopleContract;
import java.nio.file.Path;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class PeopleContractTest extends PeopleContract {

  @TempDir private Path folder;
  private @Nullable Database database;

  Store store() {
    return new Store.InFolder();
  }

  @Override
  protected People open(SettableClock time) {
    database = Opening.of(store(), folder).open(_ -> {});
    return new Links(database, time, new Random(7));
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }
}
