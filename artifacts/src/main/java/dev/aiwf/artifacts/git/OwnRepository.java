package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A project's own bare repository. */
final class OwnRepository {

  private static final String NEW = ".new";
  private static final String GONE = ".gone";

  private final Path folder;
  private final String project;

  OwnRepository(Path folder, ProjectId project) throws NotEver {
    this.folder = folder;
    this.project = project.value();
    if (!ProjectId.of(this.project).equals(Optional.of(project))) {
      throw new NotEver("\"%s\" is no project's name.".formatted(project));
    }
    // Java writes question marks for what file names here can't spell, and two projects would
    // meet in one folder.
    if (!Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
        .newEncoder()
        .canEncode(this.project)) {
      throw new NotEver(
          "This machine's file names can't spell \"%s\". Start aiwf with LC_ALL=C.UTF-8, or choose"
                  .formatted(project)
              + " a name in plain letters.");
    }
  }

  /** How the repository is called for people, without where the machine keeps it. */
  String address() {
    return "repositories/" + project + ".git";
  }

  Repository.Place place() {
    return new Repository.Place(address(), "aiwf/" + project, "aiwf/" + project);
  }

  /**
   * Makes it, unless it is there. It is made beside its place and then moved, so that it is there
   * whole or not at all.
   */
  void make() throws IOException, NotEver {
    if (isThere()) {
      return;
    }
    if (Files.exists(git())) {
      throw new NotEver(
          "What lies at %s is no repository. Move it away, then start the project again."
              .formatted(address()));
    }
    Files.createDirectories(folder);
    Path beside = folder.resolve(project + NEW);
    delete(beside);
    fill(beside);
    Durable.filesUnder(beside);
    Files.move(beside, git(), StandardCopyOption.ATOMIC_MOVE);
    Durable.directory(folder);
  }

  /** Removes it. It is moved aside first, so that it is there whole or not at all. */
  void remove() throws IOException {
    Path beside = folder.resolve(project + GONE);
    delete(beside);
    if (Files.exists(git())) {
      Files.move(git(), beside, StandardCopyOption.ATOMIC_MOVE);
      Durable.directory(folder);
      delete(beside);
    }
  }

  private void fill(Path bare) throws IOException {
    try (var repository = new FileRepositoryBuilder().setBare().setGitDir(bare.toFile()).build()) {
      repository.create(true);
      StoredConfig config = repository.getConfig();
      config.setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTO, 0);
      config.save();
      RefUpdate head = repository.updateRef(Constants.HEAD);
      head.disableRefLog();
      head.link(Constants.R_HEADS + place().branch());
    }
  }

  /** It, to be written to. */
  org.eclipse.jgit.lib.Repository open() throws IOException, NotEver {
    if (!isThere()) {
      throw new NotEver(
          "%s is gone. Put it back from a backup; nothing else was lost.".formatted(address()));
    }
    return new FileRepositoryBuilder().setGitDir(git().toFile()).setMustExist(true).build();
  }

  private Path git() {
    return folder.resolve(project + ".git");
  }

  private boolean isThere() {
    return Files.isRegularFile(git().resolve(Constants.HEAD));
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
