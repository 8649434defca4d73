package dev.aiwf.engine;

class EngineTest extends EngineCases {

  @Override
  Store store() {
    return new Store.InFolder();
  }
}
