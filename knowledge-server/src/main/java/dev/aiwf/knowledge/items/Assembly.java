package dev.aiwf.knowledge.items;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts together what was read: what is there twice, or refers to nothing, stays out. */
final class Assembly {

  private final Vocabulary vocabulary;
  private final List<Problem> problems;
  private final Map<String, Source> sources = new TreeMap<>();
  private final Map<String, Item> items = new TreeMap<>();
  private final Map<String, String> files = new HashMap<>();

  private Assembly(Vocabulary vocabulary, List<Problem> problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** Of what stands in which file; of two with one id, the first stays. */
  static Library of(Vocabulary vocabulary, Map<String, Entry> entries, List<Problem> problems) {
    Assembly assembly = new Assembly(vocabulary, problems);
    entries.forEach((file, entry) -> {
      if (entry instanceof Entry.OfSource(var source) && assembly.isFirst(file, "source", entry)) {
        assembly.sources.put(source.id(), source);
      }
    });
    entries.forEach((file, entry) -> {
      if (entry instanceof Entry.OfItem item && assembly.isFirst(file, "item", entry)) {
        assembly.add(file, item);
      }
    });
    return new Library(vocabulary, assembly.items.values(), assembly.sources.values());
  }

  private boolean isFirst(String file, String what, Entry entry) {
    String other = files.putIfAbsent(what + " " + entry.id(), file);
    if (other == null) {
      return true;
    }
    new Report(file, problems)
        .problem(
            1,
            Problem.Code.DUPLICATE_ID,
            "There is another %s \"%s\" in %s, and that one stays."
                .formatted(what, entry.id(), other));
    return false;
  }

  private void add(String file, Entry.OfItem entry) {
    Report report = new Report(file, problems);
    boolean whole = true;
    for (Entry.Reference reference : entry.references()) {
      whole &= leads(report, reference);
    }
    if (whole) {
      items.put(entry.id(), entry.item());
    }
  }

  private boolean leads(Report report, Entry.Reference reference) {
    switch (reference.means()) {
      case SOURCE -> {
        if (!sources.containsKey(reference.word())) {
          report.problem(
              reference.line(),
              Problem.Code.DEAD_REFERENCE,
              "There is no source \"%s\": sources/%s.yaml is missing or has a problem."
                  .formatted(reference.word(), reference.word()));
          return false;
        }
      }
      case TOPIC -> {
        if (!vocabulary.knows(reference.word())) {
          report.problem(
              reference.line(),
              Problem.Code.UNKNOWN_TOPIC,
              "There is no topic \"%s\"; there are: %s."
                  .formatted(
                      reference.word(),
                      vocabulary.topics().stream()
                          .map(Topic::id)
                          .collect(Collectors.joining(", "))));
          return false;
        }
      }
    }
    return true;
  }
}
