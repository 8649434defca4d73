package dev.aiwf.engine.store;

import dev.aiwf.testkit.postgres.PostgresDatabase;
import dev.aiwf.testkit.postgres.PostgresServer;

/** Databases on the tests' own server. */
public final class OnPostgres {

  private OnPostgres() {}

  /** One that is up to date and empty otherwise, the quick way: migrated once, then copied. */
  public static Store.OnServer fresh() {
    return store(PostgresServer.shared().like(Migrated.DATABASE));
  }

  public static Store.OnServer store(PostgresDatabase database) {
    return new Store.OnServer(database.url(), database.user(), database.password());
  }

  private static final class Migrated {

    private static final PostgresDatabase DATABASE = migrated();

    private static PostgresDatabase migrated() {
      PostgresDatabase database = PostgresServer.shared().empty();
      Migration.of(
              new Opening(Dialect.POSTGRESQL, database.url(), database.user(), database.password()))
          .run(_ -> {});
      return database;
    }
  }
}
