package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A project's own bare repository. */
final class OwnRepository {

  private static final String FOLDER = "repositories/";
  private static final String END = ".git";

  private final Bare bare;
  private final String project;

  OwnRepository(Path folder, ProjectId project) throws NotEver {
    this.project = project.value();
    this.bare = new Bare(folder, this.project);
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
    return FOLDER + project + END;
  }

  Repository.Place place() {
    return new Repository.Place(address(), "aiwf/" + project, "aiwf/" + project);
  }

  /** Whose repository has an address, if it is one of these. */
  static Optional<ProjectId> projectAt(String address) {
    return address.startsWith(FOLDER) && address.endsWith(END)
        ? ProjectId.of(address.substring(FOLDER.length(), address.length() - END.length()))
        : Optional.empty();
  }

  /** It, to be read, if it is there. */
  Optional<org.eclipse.jgit.lib.Repository> found() throws IOException {
    return bare.isThere() ? Optional.of(bare.open()) : Optional.empty();
  }

  /** Makes it, unless it is there. */
  void make() throws IOException, NotEver {
    if (bare.isThere()) {
      return;
    }
    if (Files.exists(bare.git())) {
      throw new NotEver(
          "What lies at %s is no repository. Move it away, then start the project again."
              .formatted(address()));
    }
    bare.make(place().branch());
  }

  void remove() throws IOException {
    bare.remove();
  }

  /** It, to be written to. */
  org.eclipse.jgit.lib.Repository open() throws IOException, NotEver {
    if (!bare.isThere()) {
      throw new NotEver(
          "%s is gone. Put it back from a backup; nothing else was lost.".formatted(address()));
    }
    return bare.open();
  }
}
