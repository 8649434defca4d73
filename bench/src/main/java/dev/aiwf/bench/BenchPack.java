package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A workflow whose first step writes as many files as are wanted, each a page long. */
final class BenchPack {

  private static final int LINES = 40;

  private BenchPack() {}

  /** Writes it below a folder, from which the program then reads it. */
  static void write(Path folder, int files) throws IOException {
    Path prompts = Files.createDirectories(folder.resolve("prompts/pages/1.0.0/steps"));
    Path templates = Files.createDirectories(folder.resolve("templates/pages/1.0.0"));
    Files.writeString(prompts.resolveSibling("workflow.yaml"), WORKFLOW);
    Files.writeString(prompts.resolve("closing.md"), CLOSING);
    StringBuilder writes = new StringBuilder();
    for (int file = 1; file <= files; file++) {
      String template = "page-%03d.md".formatted(file);
      Files.writeString(templates.resolve(template), page(file));
      writes.append("  - {template: %s, to: pages/%s}%n".formatted(template, template));
    }
    Files.writeString(prompts.resolve("scoping.md"), SCOPING.replace("<writes>", writes));
  }

  private static String page(int file) {
    StringBuilder page = new StringBuilder("# Page " + file + "\n\n");
    for (int line = 1; line <= LINES; line++) {
      page.append("Line %d of page %d is about {{goal}}, and says so.%n".formatted(line, file));
    }
    return page.toString();
  }

  private static final String WORKFLOW =
      """
      id: pages
      version: 1.0.0
      title: Pages

      phases:
        - {number: 0, title: Scoping}
        - {number: 1, title: Closing}

      steps: [scoping, closing]
      """;

  private static final String SCOPING =
      """
      ---
      id: scoping
      phase: 0
      title: Scoping
      opening: What is it for?
      asks:
        - {id: goal, type: text, ask: What should it do for whom?}
      writes:
      <writes>menu: [progress, continue]
      ---
      Find out what the system is for.
      """;

  private static final String CLOSING =
      """
      ---
      id: closing
      phase: 1
      title: Closing
      opening: That is all.
      menu: [progress, exit]
      ---
      Nothing is asked here.
      """;
}
