package dev.aiwf.engine;

import dev.aiwf.engine.store.OnPostgres;
import dev.aiwf.engine.store.Store;

class RebuildingOnPostgresTest extends RebuildingTest {

  @Override
  Store store() {
    return OnPostgres.fresh();
  }
}
