package dev.aiwf.engine;

import dev.aiwf.engine.store.Store;

class BudgetTest extends BudgetCases {

  @Override
  Store store() {
    return new Store.InFolder();
  }
}
