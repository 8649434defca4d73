package dev.aiwf.engine;

import dev.aiwf.engine.store.OnPostgres;
import dev.aiwf.engine.store.Store;

class BudgetOnPostgresTest extends BudgetCases {

  @Override
  Store store() {
    return OnPostgres.fresh();
  }
}
