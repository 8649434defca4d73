package dev.aiwf.web.export;

import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.web.api.FactText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fact as an auditor reads it.
 *
 * @param number its place in the journal
 * @param time when its command was accepted
 * @param person whose command it came of, name and id
 * @param kind what sort of fact it is
 * @param step the step it is about, or in which it happened; empty before the first
 * @param what all else that it says
 */
public record AuditLine(
    long number, String time, String person, String kind, String step, String what) {

  /** The facts in their order. */
  static List<AuditLine> of(List<Entry> facts, Sidecar sidecar) {
    List<AuditLine> lines = new ArrayList<>();
    String here = "";
    for (Entry entry : facts) {
      FactText text = FactText.of(entry.fact());
      String about = text.step();
      if (text.kind().equals("step-entered") && about != null) {
        here = about;
      }
      lines.add(
          new AuditLine(
              entry.number(),
              entry.at().toString(),
              "%s (%s)".formatted(sidecar.nameOf(entry.by()), entry.by()),
              text.kind(),
              about == null ? here : about,
              text.what()));
    }
    return lines;
  }

  /** The facts as they are in the API's history, one in each line. */
  static byte[] json(List<Entry> facts) {
    return facts.stream()
        .map(FactText::json)
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** For a spreadsheet. */
  static byte[] csv(List<AuditLine> lines) {
    return Stream.concat(
            Stream.of(Stream.of("number", "time", "person", "kind", "step", "what")),
            lines.stream().map(AuditLine::cells))
        .map(cells -> cells.map(AuditLine::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private Stream<String> cells() {
    return Stream.of(Long.toString(number), time, person, kind, step, what);
  }

  /** A spreadsheet would work out what begins like a formula; a quote before it keeps it text. */
  private static String cell(String text) {
    String safe = text.matches("(?s)\\s*[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
