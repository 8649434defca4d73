package dev.aiwf.engine.backup;

import java.util.List;

/**
 * What a backup says about itself, as {@code backup.json} in it.
 *
 * @param format of the file; only {@link #FORMAT} is known
 * @param program the version that wrote it
 * @param schema the version of the database's schema
 * @param database which database it is from
 * @param at when, in ISO's notation
 * @param tables what is in the tables
 * @param whole whether the repositories are in it
 * @param files how many files the repositories have
 * @param bytes how much all entries that are listed in the sums hold
 * @param sums the digest of the list of sums
 */
record BackupInfo(
    int format,
    String program,
    int schema,
    String database,
    String at,
    List<Table> tables,
    boolean whole,
    long files,
    long bytes,
    String sums) {

  static final int FORMAT = 1;

  /** What is in a table. */
  record Table(String name, List<Tables.Column> columns, long rows) {

    String entry() {
      return "tables/" + name + ".jsonl";
    }
  }

  long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
