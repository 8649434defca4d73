package dev.aiwf.engine;

import dev.aiwf.engine.store.OnPostgres;
import dev.aiwf.engine.store.Store;

class LinksOnPostgresTest extends LinkCases {

  @Override
  Store store() {
    return OnPostgres.fresh();
  }
}
