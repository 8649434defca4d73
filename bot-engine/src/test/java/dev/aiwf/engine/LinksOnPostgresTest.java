package dev.aiwf.engine;

class LinksOnPostgresTest extends LinkCases {

  @Override
  Store store() {
    return OnPostgres.fresh();
  }
}
