package dev.aiwf.core.chat;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts somebody's words where a message recalls them, when it is shown. They are kept once, in the
 * message that was said, so that what was said can also be forgotten.
 */
public final class Recall {

  private static final int SHORT = 160;
  private static final int MOST_SENTENCES = 2;

  /** Words that stand in any sentence and tell nothing of its subject. */
  private static final Set<String> EVERYWHERE =
      Set.of(
          "about", "again", "also", "answer", "been", "between", "does", "each", "every", "from",
          "given", "have", "into", "many", "more", "most", "much", "must", "only", "other",
          "should", "some", "than", "that", "their", "them", "then", "there", "these", "they",
          "this", "what", "when", "where", "which", "with", "would", "your", "takes", "often",
          "usually");

  private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+|\\n+");
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Recall() {}

  /** The content with the words in it; {@code said} gives a message's text by its key. */
  public static Content with(Content content, Function<String, Optional<String>> said) {
    return content.blocks().stream().anyMatch(Block.Recalled.class::isInstance)
        ? new Content(content.blocks().stream().flatMap(block -> recalled(block, said)).toList())
        : content;
  }

  private static Stream<Block> recalled(Block block, Function<String, Optional<String>> said) {
    if (!(block instanceof Block.Recalled(var message, var about))) {
      return Stream.of(block);
    }
    return said.apply(message).flatMap(text -> excerpt(text, about)).stream().map(Block.Quote::new);
  }

  /**
   * All of a short text; of a long one the sentences that share the most words with the subject.
   */
  static Optional<String> excerpt(String text, String about) {
    if (text.length() <= SHORT) {
      return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
    Set<String> subject = words(about);
    List<String> sentences =
        SENTENCES.splitAsStream(text).map(String::strip).filter(s -> !s.isEmpty()).toList();
    List<Long> shared = sentences.stream().map(sentence -> shared(sentence, subject)).toList();
    List<Integer> best =
        IntStream.range(0, sentences.size())
            .boxed()
            .filter(i -> shared.get(i) > 0)
            .sorted(Comparator.comparingLong(i -> -shared.get(i)))
            .limit(MOST_SENTENCES)
            .sorted()
            .toList();
    return best.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(" … ", best.stream().map(sentences::get).map(Recall::cut).toList()));
  }

  /** Whether two texts have a word in common that tells of a subject. */
  public static boolean share(String one, String other) {
    return shared(one, words(other)) > 0;
  }

  private static String cut(String sentence) {
    if (sentence.length() <= SHORT) {
      return sentence;
    }
    int end = Character.isHighSurrogate(sentence.charAt(SHORT - 2)) ? SHORT - 2 : SHORT - 1;
    return sentence.substring(0, end) + "…";
  }

  private static long shared(String sentence, Set<String> subject) {
    return words(sentence).stream().filter(subject::contains).count();
  }

  private static boolean sameStem(String word, String common) {
    return word.equals(common) || word.equals(common + "s") || word.equals(common + "ed");
  }

  /** Words of four letters and more, without their endings: "articles" and "article" are one. */
  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > 3)
        .filter(word -> EVERYWHERE.stream().noneMatch(common -> sameStem(word, common)))
        .map(word -> word.substring(0, Math.min(word.length(), 5)))
        .forEach(words::add);
    return words;
  }
}
