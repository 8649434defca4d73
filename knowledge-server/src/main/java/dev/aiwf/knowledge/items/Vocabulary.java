package dev.aiwf.knowledge.items;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The words of the field: what items stand under, and what means the same.
 *
 * @param topics the topics, with what people call them
 * @param synonyms groups of words that mean the same; the first of a group stands for it
 */
public record Vocabulary(List<Topic> topics, List<List<String>> synonyms) {

  /** The file of topics and the one of synonyms, in the folder that comes with the product. */
  static final String TOPICS = "topics.yaml";

  static final String SYNONYMS = "synonyms.yaml";
  private static final int MOST_WORDS = 40;
  private static final int MOST_GROUPS = 400;

  public Vocabulary {
    topics = List.copyOf(topics);
    synonyms = synonyms.stream().map(List::copyOf).toList();
  }

  /** Whether something stands under this. */
  boolean knows(String topic) {
    return topics.stream().anyMatch(known -> known.id().equals(topic));
  }

  static Vocabulary read(Path folder, List<Problem> problems) {
    Report ofTopics = new Report(TOPICS, problems);
    Report ofSynonyms = new Report(SYNONYMS, problems);
    return new Vocabulary(
        YamlFile.read(ofTopics, folder.resolve(TOPICS))
            .map(node -> topics(ofTopics, node))
            .orElse(List.of()),
        YamlFile.read(ofSynonyms, folder.resolve(SYNONYMS))
            .flatMap(node -> Fields.of(ofSynonyms, node, Set.of("synonyms")))
            .map(fields -> groups(ofSynonyms, fields))
            .orElse(List.of()));
  }

  private static List<Topic> topics(Report report, Node node) {
    List<Topic> topics = new ArrayList<>();
    Fields.all(report, node)
        .forEach((id, fields) ->
            topics.add(new Topic(id, fields.texts("called", 1, MOST_WORDS, Size.LINE))));
    return topics;
  }

  private static List<List<String>> groups(Report report, Fields fields) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<List<String>> groups = new ArrayList<>();
    Optional<Node> list = fields.node("synonyms");
    for (Node node : list.map(found -> fields.list("synonyms", found)).orElse(List.of())) {
      List<String> group = fields.words("synonyms", node, 2, MOST_WORDS);
      for (String word : group) {
        Integer before = seen.put(word.toLowerCase(Locale.ROOT), Fields.line(node));
        if (before != null) {
          report.problem(
              Fields.line(node),
              Problem.Code.DUPLICATE_ID,
              "\"%s\" stands in line %d as well; a word means one thing.".formatted(word, before));
        }
      }
      groups.add(group);
    }
    if (groups.size() > MOST_GROUPS) {
      report.problem(
          1, Problem.Code.TOO_MANY, "There are %d groups at most.".formatted(MOST_GROUPS));
    }
    return groups;
  }
}
