package dev.aiwf.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What somebody asks, and which items answer it: 3 answers it, 2 helps much, 1 is on the subject.
 */
record Question(String id, String asks, Map<String, Integer> relevant) {

  private static final Path LABELLED = Path.of("src/test/resources/questions.yaml");

  Question {
    relevant = Map.copyOf(relevant);
  }

  static List<Question> labelled() {
    List<Question> questions = new ArrayList<>();
    try {
      Object file =
          new Load(LoadSettings.builder().build()).loadFromString(Files.readString(LABELLED));
      for (Object one : (List<?>) file) {
        Map<?, ?> question = (Map<?, ?>) one;
        Map<?, ?> grades = (Map<?, ?>) Objects.requireNonNull(question.get("relevant"));
        Map<String, Integer> relevant = new TreeMap<>();
        grades.forEach((item, grade) -> relevant.put(String.valueOf(item), (Integer) grade));
        questions.add(
            new Question(
                String.valueOf(question.get("id")),
                String.valueOf(question.get("asks")),
                relevant));
      }
      return questions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The search was tuned on these; the others say what that is worth. */
  boolean isForTuning() {
    return Integer.parseInt(id.substring(1)) % 2 == 0;
  }

  boolean hasAnswer() {
    return !relevant.isEmpty();
  }

  int grade(String item) {
    return relevant.getOrDefault(item, 0);
  }
}
