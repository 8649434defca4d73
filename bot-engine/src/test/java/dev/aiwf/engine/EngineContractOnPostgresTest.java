package dev.aiwf.engine;

import dev.aiwf.engine.store.OnPostgres;
import dev.aiwf.engine.store.Store;

class EngineContractOnPostgresTest extends EngineContractTest {

  @Override
  Store store() {
    return OnPostgres.fresh();
  }
}
