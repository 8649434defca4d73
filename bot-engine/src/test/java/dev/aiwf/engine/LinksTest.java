package dev.aiwf.engine;

class LinksTest extends LinkCases {

  @Override
  Store store() {
    return new Store.InFolder();
  }
}
