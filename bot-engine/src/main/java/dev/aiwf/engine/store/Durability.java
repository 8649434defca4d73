package dev.aiwf.engine.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Whether the database keeps what it has taken, going by its own settings.
 *
 * @param doubts a sentence for each setting that speaks against it, with what would be right
 */
public record Durability(List<String> doubts) {

  private static final int FULL = 2;

  public Durability {
    doubts = List.copyOf(doubts);
  }

  /** As it is set for this connection. */
  public static Durability of(Dialect dialect, Handle handle) {
    return new Durability(
        switch (dialect) {
          case SQLITE -> ofFile(handle);
          case POSTGRESQL -> ofServer(handle);
        });
  }

  private static List<String> ofFile(Handle handle) {
    List<String> doubts = new ArrayList<>();
    if (handle.createQuery("pragma synchronous").mapTo(Integer.class).one() < FULL) {
      doubts.add(
          "SQLite does not wait for the disk: what was acknowledged may be lost when the machine"
              + " dies. Its synchronous must be FULL.");
    }
    String journal = handle.createQuery("pragma journal_mode").mapTo(String.class).one();
    if (!journal.equals("wal")) {
      doubts.add(
          "SQLite could not use its write-ahead log, but "
              + journal
              + ": readers will wait for writers. The data folder must be on a local disk.");
    }
    return doubts;
  }

  private static List<String> ofServer(Handle handle) {
    List<String> doubts = new ArrayList<>();
    if (off(handle, "fsync")) {
      doubts.add(
          "The PostgreSQL server does not wait for its disk: what was acknowledged may be lost"
              + " when its machine dies. Set fsync = on.");
    }
    if (off(handle, "full_page_writes")) {
      doubts.add(
          "The PostgreSQL server may be left with half-written pages when its machine dies. Set"
              + " full_page_writes = on, unless its file system never tears a page.");
    }
    if (off(handle, "synchronous_commit")) {
      doubts.add(
          "The PostgreSQL server acknowledges before it has written: the last moments may be lost"
              + " when it dies. Set synchronous_commit = on.");
    }
    return doubts;
  }

  private static boolean off(Handle handle, String setting) {
    return handle
        .createQuery("select current_setting(:setting) = 'off'")
        .bind("setting", setting)
        .mapTo(Boolean.class)
        .one();
  }
}
