package dev.aiwf.engine.backup;

import dev.aiwf.engine.store.Dialect;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What a column holds, and how a value of it stands in a backup, whichever database it is from. */
enum CellKind {
  NUMBER,
  TEXT,
  FLAG,
  TIME,
  BYTES;

  /**
   * The kind of a column.
   *
   * @param declared its type, as either database names it
   */
  static CellKind of(String declared) {
    return switch (declared.toLowerCase(Locale.ROOT)) {
      // The driver tells a column that the server numbers from others; it holds the same.
      case "integer", "bigint", "bigserial", "int", "int2", "int4", "int8", "smallint" -> NUMBER;
      case "text" -> TEXT;
      case "boolean", "bool" -> FLAG;
      case "timestamp", "timestamptz" -> TIME;
      case "blob", "bytea" -> BYTES;
      case String other -> throw new IllegalStateException("no column is of type " + other);
    };
  }

  /** Writes a row's value into a backup. */
  void write(JsonGenerator out, ResultSet rows, int column, Dialect dialect) throws SQLException {
    @Nullable Object value = rows.getObject(column);
    if (value == null) {
      out.writeNull();
      return;
    }
    switch (this) {
      case NUMBER -> out.writeNumber(rows.getLong(column));
      case TEXT -> out.writeString(rows.getString(column));
      case FLAG -> out.writeBoolean(rows.getBoolean(column));
      case TIME -> out.writeString(time(rows, column, dialect).toString());
      case BYTES -> out.writeBinary(rows.getBytes(column));
    }
  }

  private static Instant time(ResultSet rows, int column, Dialect dialect) throws SQLException {
    return switch (dialect) {
      // It has no type for times; the driver keeps them in milliseconds.
      case SQLITE -> Instant.ofEpochMilli(rows.getLong(column));
      case POSTGRESQL -> rows.getObject(column, OffsetDateTime.class).toInstant();
    };
  }

  /** Takes the value at which the parser stands into a row. */
  void bind(PreparedStatement row, int column, JsonParser in, Dialect dialect) throws SQLException {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      row.setNull(column, sqlType(dialect));
      return;
    }
    switch (this) {
      case NUMBER -> {
        expect(in, in.currentToken() == JsonToken.VALUE_NUMBER_INT);
        row.setLong(column, in.getLongValue());
      }
      case TEXT -> row.setString(column, string(in));
      case FLAG -> {
        expect(in, in.currentToken().isBoolean());
        row.setBoolean(column, in.getBooleanValue());
      }
      case TIME -> bind(row, column, instant(in), dialect);
      case BYTES -> {
        expect(in, in.currentToken() == JsonToken.VALUE_STRING);
        row.setBytes(column, in.getBinaryValue());
      }
    }
  }

  private static void bind(PreparedStatement row, int column, Instant time, Dialect dialect)
      throws SQLException {
    switch (dialect) {
      case SQLITE -> row.setLong(column, time.toEpochMilli());
      case POSTGRESQL -> row.setObject(column, time.atOffset(ZoneOffset.UTC));
    }
  }

  private Instant instant(JsonParser in) {
    try {
      return Instant.parse(string(in));
    } catch (DateTimeParseException e) {
      throw wrong(in);
    }
  }

  private String string(JsonParser in) {
    expect(in, in.currentToken() == JsonToken.VALUE_STRING);
    return in.getString();
  }

  private void expect(JsonParser in, boolean right) {
    if (!right) {
      throw wrong(in);
    }
  }

  private BackupTrouble wrong(JsonParser in) {
    return new BackupTrouble(
        "a value that should be %s is none, at byte %d"
            .formatted(name().toLowerCase(Locale.ROOT), in.currentLocation().getByteOffset()));
  }

  private int sqlType(Dialect dialect) {
    return switch (this) {
      case NUMBER -> Types.BIGINT;
      case TEXT -> Types.VARCHAR;
      case FLAG -> Types.BOOLEAN;
      case TIME ->
          switch (dialect) {
            case SQLITE -> Types.BIGINT;
            case POSTGRESQL -> Types.TIMESTAMP_WITH_TIMEZONE;
          };
      case BYTES ->
          switch (dialect) {
            case SQLITE -> Types.BLOB;
            case POSTGRESQL -> Types.BINARY;
          };
    };
  }
}
