package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints tables and keeps them, as Markdown for people and as JSON, a line each, for programs. */
final class Report {

  private final Path markdown;
  private final Path json;
  private final Machine machine;

  Report(Path folder, Machine machine) {
    this.markdown = folder.resolve("results.md");
    this.json = folder.resolve("results.jsonl");
    this.machine = machine;
  }

  Path file() {
    return markdown;
  }

  /** A table, with what it was measured on below it. */
  void table(String title, List<String> head, List<List<String>> rows, String... notes)
      throws IOException {
    String where = machine.line();
    StringBuilder text = new StringBuilder("\n### " + title + "\n\n");
    text.append(line(head)).append(line(Collections.nCopies(head.size(), "---")));
    rows.forEach(row -> text.append(line(row)));
    text.append('\n').append(where).append(".\n");
    for (String note : notes) {
      text.append(note).append('\n');
    }
    System.out.print(text);
    append(markdown, text.toString());
    append(json, json(title, where, head, rows, List.of(notes)));
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String json(
      String title, String where, List<String> head, List<List<String>> rows, List<String> notes) {
    List<String> objects = new ArrayList<>();
    for (List<String> row : rows) {
      objects.add(
          IntStream.range(0, head.size())
              .mapToObj(i -> quoted(head.get(i)) + ":" + quoted(row.get(i)))
              .collect(Collectors.joining(",", "{", "}")));
    }
    return "{\"at\":%s,\"title\":%s,\"where\":%s,\"rows\":[%s],\"notes\":[%s]}\n"
        .formatted(
            quoted(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()),
            quoted(title),
            quoted(where),
            String.join(",", objects),
            notes.stream().map(Report::quoted).collect(Collectors.joining(",")));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
