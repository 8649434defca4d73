package dev.aiwf.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.knowledge.Corpus;
import dev.aiwf.knowledge.items.Altered;
import dev.aiwf.knowledge.items.Folder;
import dev.aiwf.knowledge.items.Item;
import dev.aiwf.knowledge.items.Library;
import dev.aiwf.knowledge.items.Reading;
import dev.aiwf.knowledge.items.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the search is worth to people who ask in their own words, beside what is simpler. */
class RetrievalTest {

  private static final Path TABLE = Path.of("target", "retrieval.md");
  private static final int FIRST = 5;
  private static final double FLOOR = 0.50;
  private static final double LOW = 0.3;

  /** A word or two of a question about something else may stand in an item all the same. */
  private static final double BY_CHANCE = 0.35;

  private static final List<String> OFF_THE_SUBJECT =
      List.of(
          "which linter should we use for our terraform files",
          "how do i get the designers and the devs to agree on a colour palette",
          "where can we park near the office",
          "recipe for sourdough bread with rye",
          "how much parental leave do we get in portugal");

  private final List<Question> questions = Question.labelled();
  private final Library library = Reading.of(List.of(new Folder(Corpus.BUNDLED, false))).library();
  private final Index index = Index.of(library);

  @Test
  void figuresAreWrittenDown() throws IOException {
    Index noSynonyms = Index.of(Altered.withoutSynonyms(library));
    Index noAlso = Index.of(Altered.withoutAlso(library));
    Map<String, Function<Question, List<String>>> ways = new LinkedHashMap<>();
    ways.put("search", this::found);
    ways.put("without synonyms", question -> ids(noSynonyms.search(question.asks(), FIRST)));
    ways.put("without items' other names", question -> ids(noAlso.search(question.asks(), FIRST)));
    ways.put("by topic and words", question -> ids(index.under(question.asks(), _ -> true, FIRST)));
    ways.put("the topics it names, by id", question -> underNamed(question));
    ways.put("the topic that suits it best, by id", question -> underBest(question));

    List<String> lines = new ArrayList<>(List.of("| what | nDCG@5 | recall@5 |", "|---|---|---|"));
    ways.forEach((what, search) -> {
      lines.add(Figures.of(questions, search).row(what + ", all"));
      lines.add(
          Figures.of(questions.stream().filter(Question::isForTuning).toList(), search)
              .row(what + ", tuned on"));
      lines.add(
          Figures.of(questions.stream().filter(one -> !one.isForTuning()).toList(), search)
              .row(what + ", held out"));
    });
    var _ = Files.createDirectories(TABLE.getParent());
    var _ = Files.write(TABLE, lines);
    assertThat(lines).hasSize(2 + ways.size() * 3);
  }

  /** What came of tuning, less what a changed item may cost by chance. */
  @Test
  void theFirstFiveAreAsGoodAsTheyWere() {
    assertThat(Figures.of(questions, this::found).ndcg()).isGreaterThan(FLOOR);
  }

  /** The tools' descriptions say that below this another wording is worth it. */
  @Test
  void aLowScoreTellsThatNothingFits() {
    Map<Boolean, List<Question>> answered =
        questions.stream()
            .filter(Question::hasAnswer)
            .collect(Collectors.partitioningBy(question -> best(question) >= LOW));
    List<Question> well = answered.getOrDefault(true, List.of());
    List<Question> badly = answered.getOrDefault(false, List.of());

    assertThat(OFF_THE_SUBJECT).allSatisfy(asks -> assertThat(best(asks)).isLessThan(BY_CHANCE));
    assertThat(badly.size()).isLessThan(well.size() / 6);
    assertThat(Figures.of(badly, this::found).ndcg())
        .isLessThan(Figures.of(well, this::found).ndcg() / 2);
  }

  private List<String> found(Question question) {
    return ids(index.search(question.asks(), FIRST));
  }

  private double best(Question question) {
    return best(question.asks());
  }

  private double best(String asks) {
    return index.search(asks, 1).stream().mapToDouble(Hit::score).findFirst().orElse(0);
  }

  /** The items that stand under all topics which a question names, as a plain filter has them. */
  private List<String> underNamed(Question question) {
    Set<String> named =
        new TopicNames(new Words(library.vocabulary()), library.vocabulary().topics())
            .meantBy(question.asks());
    return library.items().stream()
        .filter(item -> !named.isEmpty() && item.about().topics().containsAll(named))
        .map(Item::id)
        .limit(FIRST)
        .toList();
  }

  /** The same, if somebody knew beforehand which topic has the best five. */
  private List<String> underBest(Question question) {
    Stream<List<String>> each =
        library.vocabulary().topics().stream()
            .map(Topic::id)
            .map(topic ->
                library.items().stream()
                    .filter(item -> item.about().topics().contains(topic))
                    .map(Item::id)
                    .limit(FIRST)
                    .toList());
    return each.max(Comparator.comparingDouble(found -> Figures.ndcg(question, found)))
        .orElseThrow();
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.item().id()).toList();
  }
}
