package dev.aiwf.engine;

import dev.aiwf.engine.store.Store;

class LinksTest extends LinkCases {

  @Override
  Store store() {
    return new Store.InFolder();
  }
}
