package dev.aiwf.engine.backup;

import dev.aiwf.engine.store.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Puts the rows of a backup into empty tables of the schema that it was made with.
 *
 * @param connection in a transaction
 */
record TableLoad(Connection connection, Dialect dialect) {

  private static final int AT_ONCE = 500;
  private static final int LONGEST_TEXT = 1 << 25;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          // What was read is summed up to its end.
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
          .build();

  /** Throws unless the backup has the tables and columns that are here, no more and no fewer. */
  void check(BackupInfo info) throws SQLException {
    List<String> names = info.tables().stream().map(BackupInfo.Table::name).toList();
    if (!names.equals(Tables.in(connection, dialect))) {
      throw new BackupTrouble("it has other tables than its schema: " + names);
    }
    for (BackupInfo.Table table : info.tables()) {
      Set<Tables.Column> here = Set.copyOf(Tables.columns(connection, table.name()));
      if (table.columns().size() != here.size() || !here.equals(Set.copyOf(table.columns()))) {
        throw new BackupTrouble(
            "its table %s has other columns than its schema".formatted(table.name()));
      }
    }
  }

  /** Loads a table that was checked. */
  void load(BackupInfo.Table table, InputStream in) throws IOException {
    long rows = 0;
    try (PreparedStatement insert = connection.prepareStatement(insert(table));
        JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
      while (json.nextToken() != null) {
        row(table.columns(), json, insert);
        insert.addBatch();
        rows++;
        if (rows % AT_ONCE == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    } catch (SQLException | JacksonException | BackupTrouble e) {
      throw new BackupTrouble(
          "row %d of its table %s can't be taken: %s".formatted(rows, table.name(), e.getMessage()),
          e);
    }
    if (rows != table.rows()) {
      throw new BackupTrouble(
          "its table %s has %d rows and should have %d"
              .formatted(table.name(), rows, table.rows()));
    }
  }

  private String insert(BackupInfo.Table table) {
    return "insert into %s (%s) %s values (%s)"
        .formatted(
            table.name(),
            table.columns().stream().map(Tables.Column::name).collect(Collectors.joining(", ")),
            dialect.withItsNumbers(),
            String.join(", ", Collections.nCopies(table.columns().size(), "?")));
  }

  private void row(List<Tables.Column> columns, JsonParser json, PreparedStatement insert)
      throws SQLException {
    expect(json.currentToken() == JsonToken.START_ARRAY);
    for (int i = 0; i < columns.size(); i++) {
      expect(json.nextToken() != null && json.currentToken() != JsonToken.END_ARRAY);
      columns.get(i).kind().bind(insert, i + 1, json, dialect);
    }
    expect(json.nextToken() == JsonToken.END_ARRAY);
  }

  private static void expect(boolean right) {
    if (!right) {
      throw new BackupTrouble("a row in it has not as many values as its table has columns");
    }
  }
}
