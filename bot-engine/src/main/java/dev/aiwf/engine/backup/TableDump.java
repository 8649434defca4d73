package dev.aiwf.engine.backup;

import dev.aiwf.engine.store.Dialect;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes tables into a backup, a row a line.
 *
 * @param connection on which a transaction sees one moment
 */
record TableDump(Connection connection, Dialect dialect) {

  private static final int AT_ONCE = 500;
  private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();

  List<BackupInfo.Table> into(ArchiveWriter archive) throws IOException, SQLException {
    List<BackupInfo.Table> tables = new ArrayList<>();
    for (String name : Tables.in(connection, dialect)) {
      List<Tables.Column> columns = Tables.columns(connection, name);
      long[] rows = {0};
      archive.add(
          new BackupInfo.Table(name, columns, 0).entry(),
          out -> rows[0] = write(name, columns, out));
      tables.add(new BackupInfo.Table(name, columns, rows[0]));
    }
    return List.copyOf(tables);
  }

  private long write(String table, List<Tables.Column> columns, OutputStream out)
      throws IOException {
    long written = 0;
    try (Statement statement = connection.createStatement();
        JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet rows = statement.executeQuery("select * from " + table)) {
        while (rows.next()) {
          json.writeStartArray();
          for (int i = 0; i < columns.size(); i++) {
            columns.get(i).kind().write(json, rows, i + 1, dialect);
          }
          json.writeEndArray();
          written++;
        }
      }
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (SQLException e) {
      throw new BackupTrouble("The table %s can't be read: %s".formatted(table, e.getMessage()), e);
    }
    return written;
  }
}
