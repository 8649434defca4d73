package dev.aiwf.engine;

class EngineContractOnPostgresTest extends EngineContractTest {

  @Override
  Store store() {
    return OnPostgres.fresh();
  }
}
