package dev.aiwf.knowledge.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A map's fields by name and type. Whatever is wrong is said once, and what is read in its place
 * does no harm: a file with a problem is not taken.
 */
final class Fields {

  private final Report report;
  private final int line;
  private final Map<String, Node> nodes = new LinkedHashMap<>();

  private Fields(Report report, int line) {
    this.report = report;
    this.line = line;
  }

  /** The fields of a map; none, and a problem, if it is no map. */
  static Optional<Fields> of(Report report, Node node, Set<String> known) {
    if (!(node instanceof MappingNode map)) {
      report.problem(
          line(node),
          Problem.Code.WRONG_VALUE,
          "Here belong keys with values: %s.".formatted(String.join(", ", known)));
      return Optional.empty();
    }
    Fields fields = new Fields(report, line(node));
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && known.contains(key.getValue())) {
        fields.nodes.put(key.getValue(), tuple.getValueNode());
      } else {
        report.problem(
            line(tuple.getKeyNode()),
            Problem.Code.UNKNOWN_KEY,
            "There is no such key here; there are: %s.".formatted(String.join(", ", known)));
      }
    }
    return Optional.of(fields);
  }

  /** The fields of each map in a map, by the name it has there; each with a list "called". */
  static Map<String, Fields> all(Report report, Node node) {
    Map<String, Fields> all = new LinkedHashMap<>();
    if (!(node instanceof MappingNode map)) {
      report.problem(line(node), Problem.Code.WRONG_VALUE, "Here belong topics with their words.");
      return all;
    }
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        of(report, tuple.getValueNode(), Set.of("called"))
            .ifPresent(fields -> all.put(key.getValue(), fields));
      }
    }
    return all;
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  /** The line of a key's value, or of the whole where it is missing. */
  int line(String key) {
    Node node = nodes.get(key);
    return node == null ? line : line(node);
  }

  Report report() {
    return report;
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(nodes.get(key));
  }

  private Optional<Node> required(String key) {
    Node node = nodes.get(key);
    if (node == null) {
      report.problem(line, Problem.Code.MISSING_KEY, "\"%s\" is missing.".formatted(key));
    }
    return Optional.ofNullable(node);
  }

  /** Words that must be there. */
  String text(String key, Size size) {
    return required(key).map(node -> words(key, node, size)).orElse("");
  }

  @Nullable String optionalText(String key, Size size) {
    return node(key).map(node -> words(key, node, size)).orElse(null);
  }

  /** A list of words that must be there. */
  List<String> texts(String key, int fewest, int most, Size size) {
    return required(key).map(node -> texts(key, node, fewest, most, size)).orElse(List.of());
  }

  List<String> optionalTexts(String key, int most, Size size) {
    return node(key).map(node -> texts(key, node, 0, most, size)).orElse(List.of());
  }

  /** A list of words that is not a key's value itself. */
  List<String> words(String key, Node node, int fewest, int most) {
    return texts(key, node, fewest, most, Size.LINE);
  }

  private List<String> texts(String key, Node node, int fewest, int most, Size size) {
    List<String> texts = new ArrayList<>();
    for (Node one : list(key, node)) {
      texts.add(words(key, one, size));
    }
    if (texts.size() < fewest && node instanceof SequenceNode) {
      report.problem(
          line(node),
          Problem.Code.TOO_FEW,
          "\"%s\" has %d entries at least; here are %d.".formatted(key, fewest, texts.size()));
    }
    if (texts.size() > most) {
      report.problem(
          line(node),
          Problem.Code.TOO_MANY,
          "\"%s\" has %d entries at most; here are %d.".formatted(key, most, texts.size()));
    }
    return texts;
  }

  /** The entries of a list. */
  List<Node> list(String key, Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    report.problem(line(node), Problem.Code.WRONG_VALUE, "\"%s\" takes a list.".formatted(key));
    return List.of();
  }

  private String words(String key, Node node, Size size) {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      report.problem(
          line(node),
          Problem.Code.WRONG_VALUE,
          "\"%s\" takes words here; what holds \": \" stands in quotes.".formatted(key));
      return "";
    }
    String text = scalar.getValue().strip();
    size.check(report, line(node), key, text);
    return text;
  }
}
