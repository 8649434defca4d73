package dev.aiwf.artifacts.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A bare repository in a folder. It is there whole or not at all: it is made beside its place and
 * then moved, and moved aside before it is removed.
 */
record Bare(Path folder, String name) {

  private static final String NEW = ".new";
  private static final String GONE = ".gone";

  Path git() {
    return folder.resolve(name + ".git");
  }

  boolean isThere() {
    return Files.isRegularFile(git().resolve(Constants.HEAD));
  }

  /** Makes it; nothing may lie in its place. */
  void make(String branch) throws IOException {
    Files.createDirectories(folder);
    Path beside = folder.resolve(name + NEW);
    delete(beside);
    fill(beside, branch);
    Durable.filesUnder(beside);
    Files.move(beside, git(), StandardCopyOption.ATOMIC_MOVE);
    Durable.directory(folder);
  }

  void remove() throws IOException {
    Path beside = folder.resolve(name + GONE);
    delete(beside);
    if (Files.exists(git())) {
      Files.move(git(), beside, StandardCopyOption.ATOMIC_MOVE);
      Durable.directory(folder);
      delete(beside);
    }
  }

  Repository open() throws IOException {
    return new FileRepositoryBuilder().setGitDir(git().toFile()).setMustExist(true).build();
  }

  private static void fill(Path bare, String branch) throws IOException {
    try (var repository = new FileRepositoryBuilder().setBare().setGitDir(bare.toFile()).build()) {
      repository.create(true);
      StoredConfig config = repository.getConfig();
      config.setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTO, 0);
      config.save();
      RefUpdate head = repository.updateRef(Constants.HEAD);
      head.disableRefLog();
      head.link(Constants.R_HEADS + branch);
    }
  }

  private static void delete(Path left) throws IOException {
    if (Files.exists(left)) {
      List<Path> all;
      try (Stream<Path> files = Files.walk(left)) {
        all = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path each : all) {
        Files.delete(each);
      }
    }
  }
}
