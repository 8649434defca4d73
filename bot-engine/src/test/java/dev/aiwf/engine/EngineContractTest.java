package dev.aiwf.engine;

import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.contract.ProjectsContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class EngineContractTest extends ProjectsContract {

  @TempDir private Path folder;
  private @Nullable Engine engine;

  Store store() {
    return new Store.InFolder();
  }

  @Override
  protected Ports open() {
    try {
      engine = new World(folder, store()).engine();
      return new Ports(engine.inbox(), engine.projects());
    } catch (DataFolder.InUse e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
