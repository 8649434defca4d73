package dev.aiwf.engine.backup;

import dev.aiwf.engine.rows.Records;
import dev.aiwf.engine.store.Dialect;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.OwnersFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * The folder in which a restore is made ready. It gets its name only when everything in it is
 * complete, so that whoever finds it may rely on it.
 */
record StagedRestore(Path data) {

  private static final String WHAT = "restore.json";
  private static final String BEGUN = "begun";

  /**
   * What was staged.
   *
   * @param from the backup's file
   * @param at when the backup was made
   * @param database where it is to be restored to
   * @param rows of all tables
   * @param files of all repositories
   * @param held how many effects wait for a word
   */
  record What(String from, String at, String database, long rows, long files, int held) {

    boolean isFor(Dialect dialect) {
      return database.equals(dialect.name().toLowerCase(Locale.ROOT));
    }
  }

  Path folder() {
    return data.resolve("restore");
  }

  /** Where it is while it is not complete. */
  Path making() {
    return data.resolve("restore.making");
  }

  Path repositories() {
    return folder().resolve("repositories");
  }

  Path repositoriesBefore() {
    return folder().resolve("repositories.before");
  }

  Path database() {
    return folder().resolve(Opening.FILE);
  }

  boolean isThere() {
    return Files.isDirectory(folder());
  }

  /** Once it is, there is no way back but through what was kept. */
  boolean isBegun() {
    return Files.exists(folder().resolve(BEGUN));
  }

  /** Where the state before was kept; empty if there was none. */
  String keptIn() throws IOException {
    return Files.readString(folder().resolve(BEGUN));
  }

  void begin(String keptIn) throws IOException {
    OwnersFile.write(
        folder().resolve(BEGUN), out -> out.write(keptIn.getBytes(StandardCharsets.UTF_8)));
  }

  What what() throws IOException {
    return Records.read(Files.readString(folder().resolve(WHAT)), What.class);
  }

  /** An empty folder to make a restore in. */
  Path clear() throws IOException {
    delete(making());
    OwnersFile.makeFolder(making());
    return making();
  }

  /** What was made is complete: it takes the place of one that nobody took up. */
  void complete(What what) throws IOException {
    OwnersFile.write(
        making().resolve(WHAT),
        out -> out.write(Records.write(what).getBytes(StandardCharsets.UTF_8)));
    remove();
    Files.move(making(), folder(), StandardCopyOption.ATOMIC_MOVE);
    OwnersFile.forceNames(data);
  }

  /** Takes it away: its name first, for half of it would be taken for all. */
  void remove() throws IOException {
    Path gone = data.resolve("restore.gone");
    delete(gone);
    if (isThere()) {
      Files.move(folder(), gone, StandardCopyOption.ATOMIC_MOVE);
      OwnersFile.forceNames(data);
      delete(gone);
    }
  }

  void refuseIfBegun() {
    if (isBegun()) {
      throw new BackupTrouble(
          "A restore was begun and broke off. Start aiwf, which finishes it, and try again.");
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path each : OwnersFile.tree(folder).reversed()) {
        Files.delete(each);
      }
    }
  }
}
