package dev.aiwf.app;

import java.nio.file.Path;

/** Where a setting stands, and what it is called there. */
sealed interface Origin {

  /** What a relative path is relative to. */
  Path base();

  /** The place alone. */
  String place();

  /** Name and place, for a message. */
  String named();

  /** In a variable of this name. */
  record Environment(String variable) implements Origin {
    @Override
    public Path base() {
      return Path.of("");
    }

    @Override
    public String place() {
      return "environment";
    }

    @Override
    public String named() {
      return variable + " (environment)";
    }
  }

  /** In a file of its own in the data folder, where set-up puts it. */
  record InFolder(Path file) implements Origin {
    @Override
    public Path base() {
      return file.toAbsolutePath().resolveSibling("");
    }

    @Override
    public String place() {
      return file.toString();
    }

    @Override
    public String named() {
      return file.toString();
    }
  }

  /** In aiwf.yaml, under this path. */
  record InFile(Path file, int line, String path) implements Origin {
    @Override
    public Path base() {
      return file.toAbsolutePath().resolveSibling("");
    }

    @Override
    public String place() {
      return file + ", line " + line;
    }

    @Override
    public String named() {
      return "%s (%s)".formatted(path, place());
    }
  }
}
