package dev.aiwf.engine.store;

import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database can't be used as it is; the message tells an operator what to do. */
public final class UnusableDatabase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableDatabase(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * What the database said, as one sentence. An address is never quoted: it may hold a password.
   */
  static UnusableDatabase because(SQLException why) {
    return new UnusableDatabase(sentence(why) + " Nothing was changed.", why);
  }

  /** The same for what failed in a library's hands; the failure itself if no database said it. */
  public static RuntimeException orItself(RuntimeException failure) {
    if (failure instanceof UnusableDatabase) {
      return failure;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException why) {
        return because(why);
      }
    }
    return failure;
  }

  /** By the classes and codes that PostgreSQL documents; SQLite's driver gives none. */
  private static String sentence(SQLException why) {
    String state = why.getSQLState() == null ? "" : why.getSQLState();
    return switch (state) {
      case "28P01", "28000" ->
          "The PostgreSQL server does not let this user in: name or password is wrong, or its"
              + " pg_hba.conf keeps it out.";
      case "3D000" -> "There is no such database on the PostgreSQL server: create it first.";
      case "42501" ->
          "This user lacks rights in the database ("
              + said(why)
              + "): let it own the database, or grant it create and usage on the schema.";
      case "3F000" -> "The database has no schema to make tables in (" + said(why) + ").";
      case "25006" ->
          "The database can only be read: it is a standby, or set to"
              + " default_transaction_read_only.";
      case "53300" -> "The PostgreSQL server has no connection left; aiwf needs up to seven.";
      case "57P03" -> "The PostgreSQL server is just starting or stopping. Try again in a moment.";
      case "55P03" -> "Another aiwf is working on this database. Stop it first.";
      default ->
          isFull(why)
              ? "The disk that holds the database is full: make room."
              : state.startsWith("08")
                  ? "The PostgreSQL server can't be reached"
                      + (why.getCause() instanceof UnknownHostException
                          ? ": there is no such host"
                          : "")
                      + ". Look at host and port, and whether it takes connections from here."
                  : "The database can't be used: " + said(why) + ".";
    };
  }

  /** What SQLite says where there is no room for a page, or for the memory that it shares. */
  private static boolean isFull(SQLException why) {
    String said = String.valueOf(why.getMessage());
    return said.startsWith("[SQLITE_FULL]") || said.startsWith("[SQLITE_IOERR_SHMSIZE]");
  }

  /** The first line, without the server's "ERROR:" before it. */
  private static String said(SQLException why) {
    return String.valueOf(why.getMessage())
        .lines()
        .findFirst()
        .orElse("it does not say why")
        .replaceFirst("^[A-Z]+: ", "");
  }
}
