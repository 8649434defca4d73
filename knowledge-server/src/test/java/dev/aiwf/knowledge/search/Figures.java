package dev.aiwf.knowledge.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How good the first five results are, over questions that have an answer.
 *
 * @param ndcg what they are worth, to the five best there are, in their best order; an item is
 *     worth two to the power of its grade, less one, and less the further below it stands
 * @param recall the share of the items that help much or answer it which are among them
 */
record Figures(double ndcg, double recall) {

  private static final int FIRST = 5;
  private static final int HELPS = 2;

  static Figures of(Collection<Question> questions, Function<Question, List<String>> search) {
    List<Question> answered = questions.stream().filter(Question::hasAnswer).toList();
    return new Figures(
        answered.stream()
            .mapToDouble(question -> ndcg(question, search.apply(question)))
            .average()
            .orElseThrow(),
        answered.stream()
            .filter(question -> helping(question) > 0)
            .mapToDouble(question -> recall(question, search.apply(question)))
            .average()
            .orElseThrow());
  }

  static double ndcg(Question question, List<String> found) {
    List<Integer> best =
        question.relevant().values().stream().sorted(Comparator.reverseOrder()).toList();
    return worth(found.stream().map(question::grade).toList()) / worth(best);
  }

  private static double worth(List<Integer> grades) {
    return IntStream.range(0, Math.min(FIRST, grades.size()))
        .mapToDouble(rank -> ((1 << grades.get(rank)) - 1) / (Math.log(rank + 2) / Math.log(2)))
        .sum();
  }

  private static double recall(Question question, List<String> found) {
    return (double)
            found.stream().limit(FIRST).filter(item -> question.grade(item) >= HELPS).count()
        / helping(question);
  }

  private static long helping(Question question) {
    return question.relevant().values().stream().filter(grade -> grade >= HELPS).count();
  }

  String row(String what) {
    return "| %s | %.3f | %.3f |".formatted(what, ndcg, recall);
  }
}
