package dev.aiwf.engine;

class RebuildingOnPostgresTest extends RebuildingTest {

  @Override
  Store store() {
    return OnPostgres.fresh();
  }
}
