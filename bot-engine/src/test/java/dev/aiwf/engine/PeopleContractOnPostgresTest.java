package dev.aiwf.engine;

import dev.aiwf.engine.store.OnPostgres;
import dev.aiwf.engine.store.Store;

class PeopleContractOnPostgresTest extends PeopleContractTest {

  @Override
  Store store() {
    return OnPostgres.fresh();
  }
}
