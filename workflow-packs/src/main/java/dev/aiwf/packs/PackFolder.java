package dev.aiwf.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One version of one workflow under a root.
 *
 * @param root what holds {@code prompts/} and {@code templates/}
 * @param id the workflow, by its folder's name
 * @param version the version, by its folder's name
 */
record PackFolder(Path root, String id, String version) {

  private static final String PROMPTS = "prompts";
  private static final String TEMPLATES = "templates";

  Path prompts() {
    return root.resolve(PROMPTS).resolve(id).resolve(version);
  }

  Path templates() {
    return root.resolve(TEMPLATES).resolve(id).resolve(version);
  }

  /** How a file below {@link #prompts()} is called in problems. */
  String prompt(String file) {
    return String.join("/", PROMPTS, id, version, file);
  }

  /** How a file below {@link #templates()} is called in problems. */
  String template(String file) {
    return String.join("/", TEMPLATES, id, version, file);
  }

  /** All packs under a root, in the order of their names. */
  static List<PackFolder> under(Path root, Collection<Problem> problems) throws IOException {
    Path prompts = root.resolve(PROMPTS);
    if (!Files.isDirectory(prompts)) {
      new Source(PROMPTS, problems).problem(1, "There is no such folder, so there are no packs.");
      return List.of();
    }
    List<PackFolder> packs = new ArrayList<>();
    for (String id : folders(prompts)) {
      for (String version : folders(prompts.resolve(id))) {
        if (Semver.of(version).isPresent()) {
          packs.add(new PackFolder(root, id, version));
        } else {
          new Source(String.join("/", PROMPTS, id, version), problems)
              .problem(1, "A pack's folder is called by its version, like 1.0.0.");
        }
      }
    }
    return packs;
  }

  private static List<String> folders(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
          .map(child -> String.valueOf(child.getFileName()))
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }
}
