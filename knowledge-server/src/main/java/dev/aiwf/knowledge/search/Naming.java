package dev.aiwf.knowledge.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Puts the words of a question together to the things that it names. */
final class Naming {

  /** How many there are of something says little of what it is; 429 says much. */
  private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,2}");

  private final TreeMap<Integer, Stretch> stretches = new TreeMap<>();

  private Naming() {}

  /**
   * A word at its place.
   *
   * @param places how many places it takes, which is more than one where it stands for several
   *     words
   */
  record Placed(String word, int place, int places) {}

  private record Stretch(int end, List<String> words, List<String> shared) {}

  /** Each thing once, in the order in which they are named. */
  static List<Named> of(List<Placed> words) {
    Naming naming = new Naming();
    words.stream().filter(Naming::isShared).forEach(naming::add);
    words.stream().filter(word -> !isShared(word)).forEach(naming::add);
    Map<Object, Named> named = new LinkedHashMap<>();
    for (Stretch stretch : naming.stretches.values()) {
      Named one = new Named(stretch.words, stretch.shared);
      if (!stretch.shared.isEmpty()) {
        var _ = named.putIfAbsent(one.shared(), one);
      } else if (!SMALL_NUMBER.matcher(one.words().getFirst()).matches()) {
        var _ = named.putIfAbsent(one.words(), one);
      }
    }
    return List.copyOf(named.values());
  }

  private static boolean isShared(Placed word) {
    return word.word().startsWith(Words.SHARED);
  }

  private void add(Placed word) {
    Map.Entry<Integer, Stretch> before = stretches.floorEntry(word.place());
    Stretch in = before == null ? null : before.getValue();
    if (in == null || in.end <= word.place()) {
      in = new Stretch(word.place() + word.places(), new ArrayList<>(), new ArrayList<>());
      stretches.put(word.place(), in);
    }
    (isShared(word) ? in.shared : in.words).add(word.word());
  }
}
