package dev.aiwf.engine;

class PeopleContractOnPostgresTest extends PeopleContractTest {

  @Override
  Store store() {
    return OnPostgres.fresh();
  }
}
