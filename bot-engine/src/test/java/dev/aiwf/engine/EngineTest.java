package dev.aiwf.engine;

import dev.aiwf.engine.store.Store;

class EngineTest extends EngineCases {

  @Override
  Store store() {
    return new Store.InFolder();
  }
}
