package dev.aiwf.artifacts.git;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/**
 * Writes the objects of one commit. Each that lies alone is forced to the disk alone, so many go
 * into one pack.
 */
final class Writing implements AutoCloseable {

  private static final int MANY = 64;

  private final ObjectInserter inserter;
  private final Path packs;
  private final boolean packed;

  Writing(Repository repository, int files) {
    packs = repository.getDirectory().toPath().resolve("objects").resolve("pack");
    if (files > MANY && repository.getObjectDatabase() instanceof ObjectDirectory directory) {
      inserter = directory.newPackInserter();
      packed = true;
    } else {
      inserter = repository.newObjectInserter();
      packed = false;
    }
  }

  ObjectInserter inserter() {
    return inserter;
  }

  /** Everything is on the disk when this has returned. */
  void flush() throws IOException {
    inserter.flush();
    if (packed) {
      Durable.readOnlyFilesUnder(packs);
    }
  }

  @Override
  public void close() {
    inserter.close();
  }
}
