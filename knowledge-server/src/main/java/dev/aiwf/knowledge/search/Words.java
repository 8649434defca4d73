package dev.aiwf.knowledge.search;

import dev.aiwf.knowledge.items.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.jspecify.annotations.Nullable;

/**
 * English words as they are compared: without endings, and with one word for what means the same.
 * Synonyms come after the endings are gone, so that a group need not list every form, and before
 * the small words are, for some have one inside ("LLM as a judge").
 */
final class Words {

  /** What people put around what they look for. */
  private static final List<String> ASKING =
      List.of(
          "what",
          "which",
          "who",
          "how",
          "when",
          "why",
          "where",
          "should",
          "would",
          "could",
          "can",
          "do",
          "does",
          "did",
          "i",
          "we",
          "you",
          "my",
          "our",
          "your",
          "me",
          "us",
          "from",
          "about",
          "has",
          "have",
          "had",
          "much",
          "many",
          "than",
          "so",
          "any",
          "best",
          "practice",
          "worth");

  /** What begins so stands for all that means the same; no tokenizer leaves it on a word. */
  static final String SHARED = "=";

  private static final Analyzer PLAIN = new Chain(null, null);
  private static final CharArraySet SMALL = small();

  private final Analyzer writing;
  private final Analyzer meaning;

  Words(Vocabulary vocabulary) {
    this.writing = new Chain(synonyms(vocabulary.synonyms(), true), SMALL);
    this.meaning = new Chain(synonyms(vocabulary.synonyms(), false), SMALL);
  }

  /** For what is written down: a synonym's own words stay beside the one that stands for it. */
  Analyzer writing() {
    return writing;
  }

  /** What somebody means, each word once, in order: of words that mean the same there is one. */
  List<String> of(String question) {
    return tokens(meaning, question).stream().distinct().toList();
  }

  /** The things that somebody asks about. */
  List<Named> named(String question) {
    List<Naming.Placed> placed = new ArrayList<>();
    try (TokenStream stream = writing.tokenStream("", question)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      PositionLengthAttribute places = stream.addAttribute(PositionLengthAttribute.class);
      stream.reset();
      for (int place = -1; stream.incrementToken(); ) {
        place += step.getPositionIncrement();
        placed.add(new Naming.Placed(term.toString(), place, places.getPositionLength()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Naming.of(placed);
  }

  private static CharArraySet small() {
    CharArraySet all = new CharArraySet(64, false);
    for (Object word : EnglishAnalyzer.ENGLISH_STOP_WORDS_SET) {
      all.addAll(tokens(PLAIN, new String((char[]) word)));
    }
    ASKING.forEach(word -> all.addAll(tokens(PLAIN, word)));
    return all;
  }

  private static SynonymMap synonyms(List<List<String>> groups, boolean keepsOwn) {
    SynonymMap.Builder synonyms = new SynonymMap.Builder(true);
    for (List<String> group : groups) {
      CharsRef one = new CharsRef(SHARED + String.join("-", tokens(PLAIN, group.getFirst())));
      for (String words : group) {
        String[] tokens = tokens(PLAIN, words).toArray(String[]::new);
        if (tokens.length > 0) {
          synonyms.add(SynonymMap.Builder.join(tokens, new CharsRefBuilder()), one, keepsOwn);
        }
      }
    }
    try {
      return synonyms.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> tokens(Analyzer analyzer, String text) {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  /** From text to tokens; without synonyms and small words, it is what those are compared by. */
  private static final class Chain extends Analyzer {
    private final @Nullable SynonymMap synonyms;
    private final @Nullable CharArraySet small;

    Chain(@Nullable SynonymMap synonyms, @Nullable CharArraySet small) {
      this.synonyms = synonyms;
      this.small = small;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      Tokenizer tokenizer = new StandardTokenizer();
      TokenStream stream = new EnglishPossessiveFilter(tokenizer);
      stream = new ASCIIFoldingFilter(new LowerCaseFilter(stream));
      stream = new PorterStemFilter(stream);
      if (synonyms != null && synonyms.fst != null) {
        stream = new FlattenGraphFilter(new SynonymGraphFilter(stream, synonyms, false));
      }
      if (small != null) {
        stream = new StopFilter(stream, small);
      }
      return new TokenStreamComponents(tokenizer, stream);
    }
  }
}
