package dev.aiwf.engine;

import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A look at a store past the engine. */
final class Connected {

  private Connected() {}

  static Connection to(Store store, Path folder) throws SQLException {
    return switch (store) {
      case Store.InFolder() ->
          DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Opening.FILE));
      case Store.OnServer(var url, var user, var password) ->
          DriverManager.getConnection(url, user, password);
    };
  }

  /** Whether a table is none of the database's own. */
  static boolean isOurs(@Nullable String schema, String table) {
    return (schema == null || schema.equals("public")) && !table.startsWith("sqlite_");
  }
}
