package dev.aiwf.knowledge.search;

import dev.aiwf.knowledge.items.Item;
import dev.aiwf.knowledge.items.Kind;
import dev.aiwf.knowledge.items.Library;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds items of one library; it never changes. */
public final class Index {

  /** Below this, an item shares a word with the question and no more. */
  private static final double WORTH_SHOWING = 0.1;

  /** From here on an item answers to a topic's words though it does not stand under it. */
  private static final double BY_WORDS = 0.3;

  /** What standing under a topic adds that a question names among other things. */
  private static final double STANDING = 0.1;

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::score).reversed().thenComparing(hit -> hit.item().id());

  private final List<Item> items;
  private final ByWords byWords;
  private final TopicNames topicNames;

  private Index(List<Item> items, ByWords byWords, TopicNames topicNames) {
    this.items = items;
    this.byWords = byWords;
    this.topicNames = topicNames;
  }

  /** Reads a library into an index of its words. */
  public static Index of(Library library) {
    Words words = new Words(library.vocabulary());
    return new Index(
        library.items(),
        ByWords.of(library, words),
        new TopicNames(words, library.vocabulary().topics()));
  }

  /**
   * What answers to a question, the best first. What stands under a topic that the question names
   * comes before what has the same words by chance. A topic's name alone asks for what stands
   * there.
   */
  public List<Hit> search(String question, int limit) {
    Set<String> meant = topicNames.meantBy(question);
    double[] words = byWords.scores(question);
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      Item item = items.get(i);
      double score = words[i] == 0 ? 0 : rounded(words[i] + STANDING * standing(item, meant));
      if (score >= WORTH_SHOWING) {
        hits.add(new Hit(item, score));
      }
    }
    return hits.isEmpty() && !meant.isEmpty()
        ? under(question, _ -> true, limit)
        : best(hits, limit);
  }

  /** Under how many of these topics an item stands, as a share of them. */
  private static double standing(Item item, Set<String> meant) {
    long under = meant.stream().filter(item.about().topics()::contains).count();
    return meant.isEmpty() ? 0 : under / (double) meant.size();
  }

  private static double rounded(double score) {
    return Math.round(score * 10_000) / 10_000.0;
  }

  /**
   * What stands under a topic, by meaning: half of a score is for standing there, half for the
   * words. What only answers to the words comes too, if it does so well.
   */
  public List<Hit> under(String topic, Predicate<Item> which, int limit) {
    Set<String> meant = topicNames.meantBy(topic);
    double[] words = byWords.scores(topic);
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      Item item = items.get(i);
      if (which.test(item)) {
        hit(item, meant, words[i]).ifPresent(hits::add);
      }
    }
    return best(hits, limit);
  }

  private static Optional<Hit> hit(Item item, Set<String> meant, double words) {
    double standing = standing(item, meant);
    if (standing == 0) {
      return words < BY_WORDS ? Optional.empty() : Optional.of(new Hit(item, words));
    }
    return Optional.of(new Hit(item, rounded((standing + words) / 2)));
  }

  /** The topics that somebody means by these words, in the order of the vocabulary. */
  public Set<String> topicsMeantBy(String words) {
    return topicNames.meantBy(words);
  }

  /** All of a kind, by their ids. */
  public List<Hit> all(Kind kind, int limit) {
    return best(
        items.stream().filter(item -> item.kind() == kind).map(item -> new Hit(item, 1)).toList(),
        limit);
  }

  /** From two sources at least, where there are two: the last makes room for another source's. */
  private static List<Hit> best(List<Hit> hits, int limit) {
    return chosen(hits.stream().sorted(BEST_FIRST).toList(), limit).stream()
        .map(hit -> new Hit(hit.item(), Math.min(1, hit.score())))
        .toList();
  }

  private static List<Hit> chosen(List<Hit> sorted, int limit) {
    if (limit < 2 || sorted.size() <= limit) {
      return sorted.stream().limit(limit).toList();
    }
    List<Hit> best = new ArrayList<>(sorted.subList(0, limit));
    String source = source(best.getFirst());
    if (best.stream().allMatch(hit -> source(hit).equals(source))) {
      sorted.stream()
          .filter(hit -> !source(hit).equals(source))
          .findFirst()
          .ifPresent(other -> best.set(limit - 1, other));
    }
    return best;
  }

  private static String source(Hit hit) {
    return hit.item().about().source().source();
  }
}
