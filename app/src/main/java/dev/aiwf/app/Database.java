package dev.aiwf.app;

import java.util.Optional;

/**
 * The PostgreSQL database to use instead of SQLite.
 *
 * @param url for JDBC, with the parameters that were given, without user and password
 * @param user none to leave it to the driver
 * @param password none where the server trusts or asks otherwise
 */
record Database(String url, Optional<String> user, Optional<String> password) {

  /** The parameters may hold secrets too. */
  @Override
  public String toString() {
    int parameters = url.indexOf('?');
    return "Database[" + (parameters < 0 ? url : url.substring(0, parameters)) + "]";
  }
}
