package dev.aiwf.knowledge.search;

import dev.aiwf.knowledge.items.Topic;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which topics somebody means. A topic is meant where all the words of one of its names stand among
 * the words that were used: "LLM evaluation" means {@code evaluation}.
 */
final class TopicNames {

  private final Words words;
  private final Map<String, Set<Set<String>>> names = new LinkedHashMap<>();

  TopicNames(Words words, List<Topic> topics) {
    this.words = words;
    for (Topic topic : topics) {
      Set<Set<String>> all = new LinkedHashSet<>();
      all.add(Set.copyOf(words.of(topic.id())));
      topic.called().forEach(name -> all.add(Set.copyOf(words.of(name))));
      all.remove(Set.of());
      names.put(topic.id(), all);
    }
  }

  Set<String> meantBy(String text) {
    Set<String> used = Set.copyOf(words.of(text));
    Set<String> meant = new LinkedHashSet<>();
    names.forEach((topic, all) -> {
      if (all.stream().anyMatch(used::containsAll)) {
        meant.add(topic);
      }
    });
    return meant;
  }
}
