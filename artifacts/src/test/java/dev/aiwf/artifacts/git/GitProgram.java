package dev.aiwf.artifacts.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The real git: a second opinion on what JGit wrote, and what other people work with. */
final class GitProgram {

  private final Path folder;
  private final boolean bare;

  private GitProgram(Path folder, boolean bare) {
    this.folder = folder;
    this.bare = bare;
  }

  /** In a bare repository. */
  static GitProgram in(Path repository) {
    assumeInstalled();
    return new GitProgram(repository, true);
  }

  /** An empty bare repository with a branch main to be. */
  static GitProgram bare(Path repository) throws IOException {
    Files.createDirectories(repository);
    GitProgram git = in(repository);
    var _ = git.run("init", "--quiet", "--bare", "--initial-branch=main");
    return git;
  }

  /** Somebody's clone of a repository. */
  static GitProgram clone(Path repository, Path to) throws IOException {
    Files.createDirectories(to);
    assumeInstalled();
    GitProgram git = new GitProgram(to, false);
    var _ = git.run("clone", "--quiet", repository.toString(), ".");
    return git;
  }

  private static void assumeInstalled() {
    boolean installed;
    try {
      installed = new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      installed = false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Assumptions.assumeTrue(installed, "left out: no git program is installed here");
  }

  Path folder() {
    return folder;
  }

  /** Writes a file into a clone, commits and pushes everything. */
  void edit(String path, String text, String branch) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    push("Edit " + path, branch);
  }

  void push(String message, String branch) {
    var _ = run("add", "--all");
    var _ = run("commit", "--quiet", "--message", message);
    var _ = run("push", "--quiet", "origin", "HEAD:" + branch);
  }

  /** Takes over a branch as it is there now. */
  void take(String branch) {
    var _ = run("fetch", "--quiet", "--prune", "origin");
    var _ = run("checkout", "--quiet", "--force", "-B", "work", "origin/" + branch);
  }

  /** What a git command prints; it must succeed. */
  String run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    if (bare) {
      environment.put("GIT_DIR", folder.toString());
    }
    environment.put("GIT_CONFIG_GLOBAL", "");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + role + "_NAME", "Somebody");
      environment.put("GIT_" + role + "_EMAIL", "somebody@example.org");
    }
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + " failed: " + output);
      }
      return output;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
