package dev.aiwf.engine;

import dev.aiwf.engine.store.OnPostgres;
import dev.aiwf.engine.store.Store;

class ForgettingOnPostgresTest extends ForgettingTest {

  @Override
  Store store() {
    return OnPostgres.fresh();
  }
}
