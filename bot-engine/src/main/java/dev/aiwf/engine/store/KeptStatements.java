package dev.aiwf.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the statements of the one connection that writes: it says the same few dozen over and over,
 * and SQLite would read each anew every time.
 */
final class KeptStatements extends DefaultStatementBuilder {

  private final Map<String, PreparedStatement> kept = new HashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    // Taken out while it is in use, so that nobody else gets it.
    PreparedStatement statement = kept.remove(sql);
    return statement == null ? super.create(connection, sql, context) : statement;
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    if (statement instanceof PreparedStatement prepared && !statement.isClosed()) {
      prepared.clearParameters();
      PreparedStatement other = kept.put(sql, prepared);
      if (other != null) {
        other.close();
      }
    } else {
      super.close(connection, sql, statement);
    }
  }

  @Override
  public void close(Connection connection) {
    kept.values()
        .forEach(statement -> {
          try {
            statement.close();
          } catch (SQLException e) {
            // The connection goes next, and takes it along.
          }
        });
    kept.clear();
  }
}
