package dev.aiwf.packs;

import dev.aiwf.testkit.TwoSteps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the two-step pack that a test may spoil. */
final class PackOnDisk {

  static final String WORKFLOW = "prompts/two-steps/1.0.0/workflow.yaml";
  static final String SCOPING = "prompts/two-steps/1.0.0/steps/scoping.md";
  static final String RELEASE = "prompts/two-steps/1.0.0/steps/release.md";
  static final String TEMPLATE = "templates/two-steps/1.0.0/architecture-decision.md";

  private final Path root;

  PackOnDisk(Path root) throws IOException {
    this.root = root;
    Path from = TwoSteps.folder();
    for (String part : List.of("prompts", "templates")) {
      try (Stream<Path> files = Files.walk(from.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          write(from.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
  }

  Path root() {
    return root;
  }

  void write(String file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String file, byte[] bytes) throws IOException {
    Path to = root.resolve(file);
    Files.createDirectories(to.getParent());
    Files.write(to, bytes);
  }

  void delete(String file) throws IOException {
    Files.delete(root.resolve(file));
  }

  void replace(String file, String from, String to) throws IOException {
    String text = Files.readString(root.resolve(file));
    if (!text.contains(from)) {
      throw new IllegalArgumentException(file + " does not contain " + from);
    }
    write(file, text.replace(from, to));
  }

  /** The line on which this stands first. */
  int lineOf(String file, String words) throws IOException {
    List<String> lines = Files.readAllLines(root.resolve(file));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(words)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(file + " does not contain " + words);
  }

  PacksRead read() {
    return Packs.read(List.of(root));
  }
}
