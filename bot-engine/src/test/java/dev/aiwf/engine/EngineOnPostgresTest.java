package dev.aiwf.engine;

import dev.aiwf.engine.store.OnPostgres;
import dev.aiwf.engine.store.Store;

class EngineOnPostgresTest extends EngineCases {

  @Override
  Store store() {
    return OnPostgres.fresh();
  }
}
