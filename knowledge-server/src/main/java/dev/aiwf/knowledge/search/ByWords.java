package dev.aiwf.knowledge.search;

import dev.aiwf.knowledge.items.Item;
import dev.aiwf.knowledge.items.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * How well items answer to words, by BM25 over all their texts at once. What Lucene's scores add up
 * to depends on the words that were asked for; here they are divided by what an item would come to
 * that has each of the words in its title and says it three times more, so that a score means the
 * same from query to query. A word that nobody wrote counts as one that is missing.
 */
final class ByWords {

  private static final BM25Similarity SIMILARITY = new BM25Similarity();

  /** It advises a module for vectors, of which there are none here. Held, or its level is lost. */
  private static final Logger ADVICE = Logger.getLogger("org.apache.lucene.internal.vectorization");

  static {
    ADVICE.setLevel(Level.SEVERE);
  }

  /** How often the item that everything is compared with has a word, weights counted. */
  private static final float OFTEN = 6;

  /** More things than this are a text, and no question. */
  private static final int MOST_NAMED = 48;

  /** What another word for something counts, to the word that was used. */
  private static final float IN_OTHER_WORDS = 0.8f;

  private final int items;
  private final Words words;
  private final IndexSearcher searcher;
  private final Map<String, Integer> frequencies;

  private ByWords(
      int items, Words words, IndexSearcher searcher, Map<String, Integer> frequencies) {
    this.frequencies = frequencies;
    this.items = items;
    this.words = words;
    this.searcher = searcher;
  }

  static ByWords of(Library library, Words words) {
    try {
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      IndexWriterConfig config = new IndexWriterConfig(words.writing()).setSimilarity(SIMILARITY);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (Item item : library.items()) {
          var _ = writer.addDocument(Texts.of(item));
        }
        // One segment, whose documents are numbered in the order of the items.
        writer.forceMerge(1);
      }
      DirectoryReader reader = DirectoryReader.open(directory);
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(SIMILARITY);
      // To look a query up takes longer than to ask so few items.
      searcher.setQueryCache(null);
      return new ByWords(library.items().size(), words, searcher, frequencies(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The scores of all items, in their order, 0 for those that have none of the words; some are
   * above the ideal's 1.
   */
  double[] scores(String question) {
    return scores(words.named(question).stream().limit(MOST_NAMED).toList());
  }

  private double[] scores(List<Named> asked) {
    double[] scores = new double[items];
    if (asked.isEmpty() || items == 0) {
      return scores;
    }
    try {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      double ideal = 0;
      for (Named named : asked) {
        any.add(either(named), BooleanClause.Occur.SHOULD);
        ideal += rarity(named);
      }
      ideal *= OFTEN / (OFTEN + SIMILARITY.getK1());
      for (ScoreDoc found : searcher.search(any.build(), items).scoreDocs) {
        scores[found.doc] = rounded(found.score / ideal);
      }
      return scores;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many items have a word, in the text of theirs where most have it. */
  private static Map<String, Integer> frequencies(IndexReader reader) throws IOException {
    Map<String, Integer> frequencies = new HashMap<>();
    for (Texts text : Texts.values()) {
      Terms terms = MultiTerms.getTerms(reader, text.name());
      if (terms != null) {
        TermsEnum each = terms.iterator();
        for (BytesRef word = each.next(); word != null; word = each.next()) {
          frequencies.merge(word.utf8ToString(), each.docFreq(), Math::max);
        }
      }
    }
    return frequencies;
  }

  /** In the words of the question, or in what means the same: whichever an item has more of. */
  private static Query either(Named named) {
    BooleanQuery.Builder own = new BooleanQuery.Builder();
    named.words().forEach(word -> own.add(everywhere(word), BooleanClause.Occur.SHOULD));
    List<Query> ways = new ArrayList<>(List.of(own.build()));
    for (String shared : named.shared()) {
      ways.add(new BoostQuery(everywhere(shared), IN_OTHER_WORDS));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static CombinedFieldQuery everywhere(String word) {
    CombinedFieldQuery.Builder query = new CombinedFieldQuery.Builder(word);
    for (Texts text : Texts.values()) {
      query.addField(text.name(), text.weight());
    }
    return query.build();
  }

  /** Of the words that somebody wrote; what nobody wrote in any words is as rare as can be. */
  private double rarity(Named named) {
    double own = 0;
    boolean written = true;
    for (String word : named.words()) {
      own += rarity(word);
      written &= frequencies.containsKey(word);
    }
    double shared = 0;
    for (String word : named.shared()) {
      shared = Math.max(shared, frequencies.containsKey(word) ? IN_OTHER_WORDS * rarity(word) : 0);
    }
    return written || shared == 0 ? Math.max(own, shared) : shared;
  }

  /** BM25's idf, as it is for a word in all texts at once. */
  private double rarity(String word) {
    int have = frequencies.getOrDefault(word, 0);
    return Math.log(1 + (items - have + 0.5) / (have + 0.5));
  }

  /** Four digits are more than anybody compares, and the same whichever way they were added up. */
  private static double rounded(double score) {
    return Math.round(score * 10_000) / 10_000.0;
  }
}
