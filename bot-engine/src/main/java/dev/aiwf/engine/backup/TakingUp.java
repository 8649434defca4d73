package dev.aiwf.engine.backup;

import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Migration;
import dev.aiwf.engine.store.Opening;
import dev.aiwf.engine.store.OwnersFile;
import dev.aiwf.engine.store.UnusableDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up a restore that was made ready. Each step may be the last before the process dies: until
 * what is there was kept, the old state goes on; from then on every start finishes it before
 * anything else.
 *
 * @param reached is told how far it is
 */
record TakingUp(Backups backups, Consumer<Step> reached) {

  private static final Logger LOG = LoggerFactory.getLogger(TakingUp.class);

  /** How far it is. */
  enum Step {
    BEGINS,
    KEPT,
    DATABASE_SWAPPED,
    REPOSITORIES_AWAY,
    REPOSITORIES_SWAPPED
  }

  Optional<Restores.Done> run() {
    StagedRestore staged = new StagedRestore(backups.data());
    if (!staged.isThere()) {
      return Optional.empty();
    }
    try (var _ = RestoreLock.alone(backups.data())) {
      reached.accept(Step.BEGINS);
      Restores.Done done = run(staged, Opening.of(backups.store(), backups.data()));
      LOG.info(
          "Restored {}; {} effects wait for a word. What was there before is kept in {}",
          done.from(),
          done.held(),
          done.keptIn().map(Path::toString).orElse("nothing, for there was nothing"));
      return Optional.of(done);
    } catch (IOException | BackupTrouble | UnusableDatabase e) {
      throw new UnusableDatabase(
          staged.isBegun()
              ? "A restore was begun and can't be finished: %s Put that right and start again; what"
                      .formatted(e.getMessage())
                  + " was there before is kept in "
                  + backups.folder()
              : "A restore is ready in %s and can't be taken up: %s Nothing was changed. Put that"
                      .formatted(staged.folder(), e.getMessage())
                  + " right, or remove that folder, and start again.",
          e);
    }
  }

  private Restores.Done run(StagedRestore staged, Opening opening) throws IOException {
    StagedRestore.What what = staged.what();
    if (!what.isFor(opening.dialect())) {
      throw new BackupTrouble(
          "it was made for %s, which is not the database that is set.".formatted(what.database()));
    }
    if (!staged.isBegun()) {
      staged.begin(new Present(backups, opening).keep());
    }
    reached.accept(Step.KEPT);
    swapDatabase(staged, opening);
    reached.accept(Step.DATABASE_SWAPPED);
    swapRepositories(staged);
    reached.accept(Step.REPOSITORIES_SWAPPED);
    Optional<Path> kept =
        Optional.of(staged.keptIn()).filter(name -> !name.isEmpty()).map(backups.folder()::resolve);
    staged.remove();
    return new Restores.Done(what.from(), kept, what.rows(), what.files(), what.held());
  }

  private void swapDatabase(StagedRestore staged, Opening opening) throws IOException {
    switch (opening.dialect()) {
      case SQLITE -> {
        if (Files.exists(staged.database())) {
          // What an old log says must not be taken for the new file's.
          for (String beside : List.of("-wal", "-shm", "-journal")) {
            Files.deleteIfExists(backups.data().resolve(Opening.FILE + beside));
          }
          move(staged.database(), backups.data().resolve(Opening.FILE));
        }
      }
      case POSTGRESQL -> {
        try (Handle handle = opening.connect()) {
          handle.useTransaction(TakingUp::swapTables);
        }
      }
    }
  }

  /** In one transaction, so that a second look finds either both or only the new ones. */
  private static void swapTables(Handle handle) {
    boolean there =
        handle
            .createQuery("select to_regclass(:history) is not null")
            .bind("history", Staging.SCHEMA + "." + Migration.HISTORY)
            .mapTo(Boolean.class)
            .one();
    if (there) {
      String here = handle.createQuery("select current_schema()").mapTo(String.class).one();
      for (String table : Present.tables()) {
        handle.execute("drop table if exists " + table);
        handle.execute(
            "alter table %s.%s set schema \"%s\"".formatted(Staging.SCHEMA, table, here));
      }
      handle.execute("drop schema " + Staging.SCHEMA + " cascade");
    }
  }

  private void swapRepositories(StagedRestore staged) throws IOException {
    if (!Files.exists(staged.repositories())) {
      return;
    }
    Path present = DataFolder.repositories(backups.data());
    if (Files.exists(present)) {
      move(present, staged.repositoriesBefore());
    }
    reached.accept(Step.REPOSITORIES_AWAY);
    move(staged.repositories(), present);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    OwnersFile.forceNames(OwnersFile.folderOf(to));
    OwnersFile.forceNames(OwnersFile.folderOf(from));
  }
}
