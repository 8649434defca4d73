package dev.aiwf.engine;

class EngineOnPostgresTest extends EngineCases {

  @Override
  Store store() {
    return OnPostgres.fresh();
  }
}
