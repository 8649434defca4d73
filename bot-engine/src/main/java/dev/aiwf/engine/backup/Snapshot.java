package dev.aiwf.engine.backup;

import dev.aiwf.engine.store.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A view of the database as it was at one moment, for as long as somebody reads. */
final class Snapshot {

  private Snapshot() {}

  /** From its first question on, the connection sees what was there then. */
  static void begin(Connection connection, Dialect dialect) throws SQLException {
    switch (dialect) {
      case SQLITE -> {
        execute(connection, dialect.readOnly());
        connection.setAutoCommit(false);
      }
      case POSTGRESQL -> {
        // Without this the driver would fetch a whole table at once.
        connection.setAutoCommit(false);
        execute(connection, "set transaction isolation level repeatable read, read only");
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
