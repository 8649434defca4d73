package dev.aiwf.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.knowledge.Corpus;
import dev.aiwf.knowledge.items.Folder;
import dev.aiwf.knowledge.items.Item;
import dev.aiwf.knowledge.items.Kind;
import dev.aiwf.knowledge.items.Library;
import dev.aiwf.knowledge.items.Reading;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found, in which order, and what its score means. */
class IndexTest {

  @TempDir private Path folder;
  private Library library;
  private Index index;

  @BeforeEach
  void read() {
    library = Reading.of(List.of(new Folder(Corpus.in(folder), false))).library();
    index = Index.of(library);
  }

  private static boolean isWarning(Item item) {
    return item.kind() == Kind.WARNING;
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.item().id()).toList();
  }

  /** In people's words, some of which stand in no item. */
  @ParameterizedTest
  @CsvSource({
    "text splitting, split-tables",
    "model grader, judge-likes-length",
    "low-rank adaptation, adapter-rank",
    "retrieval augmented generation or finetuning, rag-or-tuning",
    "lookup versus learning, rag-or-tuning",
    "what should we do about vector representations?, hybrid",
    "distribution shift, watching-drift",
    "TABLES!, split-tables",
  })
  void synonymsAndFormsLeadToTheItem(String question, String id) {
    assertThat(ids(index.search(question, 3))).contains(id);
  }

  @ParameterizedTest
  @CsvSource({
    "LLM evaluation, judge-likes-length test-set-leaks",
    "AI testing mistakes, judge-likes-length test-set-leaks",
    "evaluation, judge-likes-length test-set-leaks",
    "chunking, split-tables",
    "fine-tuning mistakes, few-examples",
  })
  void aTopicIsMatchedByMeaning(String topic, String expected) {
    assertThat(ids(index.under(topic, IndexTest::isWarning, 10)))
        .containsAll(List.of(expected.split(" ")));
  }

  @Test
  void aTopicsNameAloneAsksForWhatStandsThere() {
    assertThat(ids(index.search("evaluation", 10))).contains("judge-likes-length", "golden-set");
  }

  @Test
  void aTopicThatNobodyKnowsIsFoundByWordsOrNotAtAll() {
    assertThat(ids(index.under("tables", IndexTest::isWarning, 10)))
        .containsExactly("split-tables");
    assertThat(index.under("sourdough bread", IndexTest::isWarning, 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "the of and",
        "AND OR NOT",
        "title:* OR (body:[a TO z]",
        "\"unclosed +- && || ! ( ) { } [ ] ^ ~ * ? : \\ /",
        "\u0000\u0001\uFFFF\uD800",
        "چرا؟ 为什么 🤖",
      })
  void noQuestionIsMoreThanWords(String question) {
    assertThat(index.search(question, 10)).allSatisfy(hit -> assertThat(hit.score()).isPositive());
    var _ = index.under(question, IndexTest::isWarning, 10);
  }

  @Test
  void aHugeQuestionIsCutShort() {
    String huge = "tables ".repeat(10) + "word".repeat(50) + " x y z".repeat(5_000);
    assertThat(index.search(huge, 10))
        .allSatisfy(hit -> assertThat(hit.score()).isBetween(0.0, 1.0));
  }

  @Test
  void aScoreMeansTheSameFromQueryToQuery() {
    double whole = index.search("tables fall apart", 1).getFirst().score();
    double half = index.search("tables fall apart quarterly zebra invoice", 1).getFirst().score();

    assertThat(whole).isGreaterThan(0.8);
    assertThat(half).isBetween(0.1, whole / 1.5);
    assertThat(index.search("zebra invoice quarterly", 10)).isEmpty();
  }

  @Test
  void thereAreTwoSourcesWhereThereAreTwo() {
    List<Hit> hits =
        index.search("retrieval for a model: hybrid search of embeddings and chunks", 2);
    assertThat(hits).hasSize(2);
    assertThat(hits).extracting(hit -> library.sourceOf(hit.item()).id()).doesNotHaveDuplicates();
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    List<Hit> once = index.search("training examples and test sets", 10);
    assertThat(Index.of(library).search("training examples and test sets", 10)).isEqualTo(once);
    assertThat(once).hasSizeGreaterThan(2);
  }

  @Test
  void whatScoresTheSameStandsByItsId() {
    assertThat(ids(index.all(Kind.WARNING, 10)))
        .containsExactly("few-examples", "judge-likes-length", "split-tables", "test-set-leaks");
  }

  @Test
  void nothingIsFoundWhereNothingIs(@TempDir Path empty) {
    var _ = Corpus.write(empty, "topics.yaml", Corpus.text(folder, "topics.yaml"));
    var _ = Corpus.write(empty, "synonyms.yaml", "synonyms: []\n");
    Index of = Index.of(Reading.of(List.of(new Folder(empty, false))).library());

    assertThat(of.search("tables", 10)).isEmpty();
    assertThat(of.under("chunking", IndexTest::isWarning, 10)).isEmpty();
  }
}
