package dev.aiwf.engine;

class ForgettingOnPostgresTest extends ForgettingTest {

  @Override
  Store store() {
    return OnPostgres.fresh();
  }
}
