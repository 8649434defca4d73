package dev.aiwf.engine.store;

/** What the two databases say differently. All other statements are the same on both. */
public enum Dialect {
  SQLITE(
      "sqlite",
      "begin immediate",
      "commit",
      "pragma query_only = true",
      "select 1 from sqlite_schema where type = 'table' and name = ?",
      ""),
  POSTGRESQL(
      "postgresql",
      "begin",
      // After a failure that somebody hid, a commit alone would roll back and call it a success.
      "set constraints all immediate; commit",
      "set session characteristics as transaction read only",
      "select 1 from pg_tables where schemaname = current_schema() and tablename = ?",
      "overriding system value");

  private final String migrations;
  private final String begin;
  private final String commit;
  private final String readOnly;
  private final String hasTable;
  private final String withItsNumbers;

  Dialect(
      String migrations,
      String begin,
      String commit,
      String readOnly,
      String hasTable,
      String withItsNumbers) {
    this.migrations = migrations;
    this.begin = begin;
    this.commit = commit;
    this.readOnly = readOnly;
    this.hasTable = hasTable;
    this.withItsNumbers = withItsNumbers;
  }

  /** Where its migrations are. */
  String migrations() {
    return "classpath:dev/aiwf/engine/migration/" + migrations;
  }

  /** How a transaction that will write begins. */
  String begin() {
    return begin;
  }

  /** How it ends, or fails. */
  String commit() {
    return commit;
  }

  /** What makes a connection one that only reads. */
  public String readOnly() {
    return readOnly;
  }

  /** Asks whether there is a table of some name. */
  public String hasTable() {
    return hasTable;
  }

  /** What an insert says that brings numbers which the database would give out itself. */
  public String withItsNumbers() {
    return withItsNumbers;
  }
}
