package dev.aiwf.engine.backup;

import dev.aiwf.engine.store.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Our tables, and what their columns hold. On a server there may be others beside them. */
final class Tables {

  /** All there are in the newest schema. A name in a statement is always one of these. */
  static final List<String> ALL =
      List.of(
          "inbox",
          "journal",
          "project",
          "message",
          "posting",
          "outbox",
          "control",
          "pack",
          "spend",
          "spend_of_day",
          "same_human",
          "link_code",
          "scheduled_tasks");

  /** Those whose rows the database numbers. */
  private static final List<String> NUMBERED = List.of("inbox", "outbox");

  private Tables() {}

  /** A column. */
  record Column(String name, CellKind kind) {}

  /** Those that this database has: an older schema may lack some. */
  static List<String> in(Connection connection, Dialect dialect) throws SQLException {
    List<String> there = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(dialect.hasTable())) {
      for (String table : ALL) {
        statement.setString(1, table);
        try (var rows = statement.executeQuery()) {
          if (rows.next()) {
            there.add(table);
          }
        }
      }
    }
    return there;
  }

  static List<Column> columns(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select * from " + table + " limit 0")) {
      return columns(rows.getMetaData());
    }
  }

  private static List<Column> columns(ResultSetMetaData meta) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(new Column(meta.getColumnName(i), CellKind.of(meta.getColumnTypeName(i))));
    }
    return List.copyOf(columns);
  }

  /** Lets numbers go on after the highest that was put in by hand. */
  static void numberOn(Connection connection, Dialect dialect) throws SQLException {
    switch (dialect) {
      case SQLITE -> {
        // It looks at the highest number each time.
      }
      case POSTGRESQL -> {
        for (String table : NUMBERED) {
          try (Statement statement = connection.createStatement()) {
            statement.execute(
                "select setval(pg_get_serial_sequence('%1$s', 'id'), max(id)) from %1$s"
                    .formatted(table));
          }
        }
      }
    }
  }
}
