package dev.aiwf.knowledge.items;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a file into YAML's nodes, which know their lines and are bound to nothing. */
final class YamlFile {

  /** In bytes; the longest item that makes sense is a tenth of it. */
  private static final int LARGEST = 64 * 1024;

  /** Nodes are composed recursively, and no item needs a list in a map in a list in a map. */
  private static final int DEEPEST = 6;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setUseMarks(true).setCodePointLimit(LARGEST).build();

  private YamlFile() {}

  /** What stands in a file; none, and a problem, if it can't be read. */
  static Optional<Node> read(Report report, Path file) {
    return text(report, file).flatMap(text -> nodes(report, text));
  }

  private static Optional<String> text(Report report, Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        report.problem(1, Problem.Code.UNREADABLE, "There is no such file.");
      } else if (Files.size(file) > LARGEST) {
        report.problem(
            1, Problem.Code.TOO_LONG, "A file has %,d bytes at most.".formatted(LARGEST));
      } else {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
      }
    } catch (CharacterCodingException e) {
      report.problem(1, Problem.Code.UNREADABLE, "This is not text in UTF-8.");
    } catch (IOException e) {
      report.problem(
          1, Problem.Code.UNREADABLE, "This can't be read: " + e.getClass().getSimpleName() + ".");
    }
    return Optional.empty();
  }

  private static Optional<Node> nodes(Report report, String text) {
    try {
      if (!plain(report, text)) {
        return Optional.empty();
      }
      Optional<Node> node = new Compose(SETTINGS).composeString(text);
      if (node.isEmpty()) {
        report.problem(1, Problem.Code.NOT_YAML, "There is nothing in it.");
      }
      return node;
    } catch (MarkedYamlEngineException e) {
      report.problem(
          e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
          Problem.Code.NOT_YAML,
          "This is not YAML: " + e.getProblem() + ".");
    } catch (ReaderException e) {
      report.problem(
          1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count(),
          Problem.Code.NOT_YAML,
          "There is a character here that has no place in YAML.");
    } catch (YamlEngineException e) {
      report.problem(1, Problem.Code.NOT_YAML, "This can't be read as one document of YAML.");
    }
    return Optional.empty();
  }

  /** Whether it can be composed without harm: no deep nesting, no aliases, no tags. */
  private static boolean plain(Report report, String text) {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
      if (depth > DEEPEST) {
        report.problem(line, Problem.Code.NOT_YAML, "This is nested too deeply to be meant.");
        return false;
      }
      if (event instanceof AliasEvent
          || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
        report.problem(
            line,
            Problem.Code.NOT_YAML,
            "Anchors and aliases (& and *) are not read; write it out.");
        return false;
      }
    }
    return true;
  }
}
