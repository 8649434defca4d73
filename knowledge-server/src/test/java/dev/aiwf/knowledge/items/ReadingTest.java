package dev.aiwf.knowledge.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.knowledge.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken from a folder, and what is said of the rest. */
class ReadingTest {

  private static final String WARNING = "warnings/split-tables.yaml";

  @TempDir private Path folder;
  @TempDir private Path team;

  @BeforeEach
  void layOut() {
    var _ = Corpus.in(folder);
  }

  private Reading read() {
    return Reading.of(List.of(new Folder(folder, false), new Folder(team, true)));
  }

  @Test
  void aFolderInWhichNothingIsWrongIsTakenWhole() {
    Reading reading = read();

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.library().items())
        .extracting(Item::id)
        .containsExactly(
            "adapter-rank",
            "few-examples",
            "golden-set",
            "hybrid",
            "judge-likes-length",
            "parent-chunks",
            "rag-or-tuning",
            "split-tables",
            "test-set-leaks",
            "watching-drift");
    assertThat(reading.library().sources())
        .extracting(Source::id)
        .containsExactly("field-notes", "handbook", "paper-on-judges");
    assertThat(reading.library().item("parent-chunks").orElseThrow())
        .isInstanceOfSatisfying(
            Pattern.class,
            pattern -> {
              assertThat(pattern.codeExample()).startsWith("hits = search(question)\n");
              assertThat(pattern.about().source())
                  .isEqualTo(new Citation("field-notes", "the first week"));
            });
  }

  /** Each with the file and line of it, and all others stay. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: Tables fall apart when text is split | title: [a list] | 3 | wrong-value",
        "title: Tables fall apart when text is split | titel: a slip | 1 | missing-key",
        "title: Tables fall apart when text is split | titel: a slip | 3 | unknown-key",
        "topics: [chunking] | topics: [cooking] | 1 | unknown-topic",
        "topics: [chunking] | topics: [] | 1 | too-few",
        "topics: [chunking] | topics: [rag, data, agents, chunking, security] | 1 | too-many",
        "{id: field-notes, section: the third week} | {id: no-such-text, section: 1} | 2 |"
            + " dead-reference",
        "source: {id: field-notes, section: the third week} | also: [cut tables] | 1 | missing-key",
        "Keep a table whole | See https://example.com and keep it whole | 7 | link",
        "Keep a table whole | <b>Keep</b> a table whole | 7 | markup",
        "symptoms: [Numbers | symptoms: [[Numbers | 6 | not-yaml",
        "symptoms: [Numbers | symptoms: [&one Numbers | 5 | not-yaml",
      })
  void whatIsWrongIsToldByFileAndLine(String right, String wrong, int line, String code) {
    String text = Corpus.text(folder, WARNING);
    assertThat(text).contains(right);
    var _ = Corpus.write(folder, WARNING, text.replace(right, wrong));

    Reading reading = read();

    assertThat(reading.problems())
        .anySatisfy(problem -> {
          assertThat(problem.file()).isEqualTo(WARNING);
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.code()).hasToString(code);
        });
    assertThat(reading.library().item("split-tables")).isEmpty();
    assertThat(reading.library().items()).hasSize(9);
  }

  @Test
  void longTextsAreNoItems() {
    String text = Corpus.text(folder, WARNING);
    var _ =
        Corpus.write(folder, WARNING, text.replace("Keep a table", "Keep a table ".repeat(1_000)));
    assertThat(read().problems()).extracting(Problem::code).containsExactly(Problem.Code.TOO_LONG);

    var _ = Corpus.write(folder, WARNING, text + "# ".repeat(40_000));
    assertThat(read().problems()).extracting(Problem::code).containsExactly(Problem.Code.TOO_LONG);
  }

  @Test
  void filesThatAreNoTextAreLeftOut() throws IOException {
    Files.write(folder.resolve(WARNING), new byte[] {(byte) 0xc3, 0x28, 0, 1, 2});
    var _ = Corpus.write(folder, "warnings/empty.yaml", "");
    var _ = Corpus.write(folder, "warnings/deep.yaml", "[".repeat(30_000));
    var _ = Corpus.write(folder, "warnings/Not An Id.yaml", "a: b");
    var _ = Corpus.write(folder, "warnings/bell.yaml", "title: a\u0007b");

    assertThat(read().problems())
        .extracting(problem -> problem.file() + " " + problem.code())
        .contains(
            "warnings/split-tables.yaml unreadable",
            "warnings/empty.yaml not-yaml",
            "warnings/deep.yaml not-yaml",
            "warnings/Not An Id.yaml wrong-name",
            "warnings/bell.yaml not-yaml");
    assertThat(read().library().items()).hasSize(9);
  }

  @Test
  void oneIdIsOneItemAndTheFirstStays() {
    String text = Corpus.text(folder, WARNING);
    Path second = Corpus.write(team, WARNING, text.replace("Tables fall apart", "Ours fall apart"));

    Reading reading = read();

    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(Problem.Code.DUPLICATE_ID);
          assertThat(problem.file()).isEqualTo(second.toString());
          assertThat(problem.sentence()).contains(WARNING);
        });
    assertThat(reading.library().item("split-tables").orElseThrow().title())
        .startsWith("Tables fall apart");
  }

  @Test
  void aTeamsItemsAreMarkedAndMayRestOnItsOwnTexts() {
    var _ =
        Corpus.write(
            team,
            "sources/our-first-bot.yaml",
            """
            title: Our first support bot
            authors: [the support team]
            type: case_study
            read: 2026-11-21
            passages: [the decision log]
            """);
    String text = Corpus.text(folder, WARNING);
    var _ =
        Corpus.write(
            team, "warnings/ours.yaml", text.replace("id: field-notes", "id: our-first-bot"));

    Library library = read().library();

    Item ours = library.item("ours").orElseThrow();
    assertThat(ours.about().team()).isTrue();
    assertThat(library.sourceOf(ours).team()).isTrue();
    assertThat(library.item("split-tables").orElseThrow().about().team()).isFalse();
  }

  @Test
  void aFileThatWasRightOnceIsUsedAsItWas() throws IOException {
    List<Folder> folders = List.of(new Folder(folder, false));
    Reading before = Reading.of(folders);
    var _ = Corpus.write(folder, WARNING, "nothing that is meant");

    Reading now = before.again(folders);
    assertThat(now.library().item("split-tables")).isPresent();
    assertThat(now.problems()).singleElement().extracting(Problem::file).isEqualTo(WARNING);

    Files.delete(folder.resolve(WARNING));
    assertThat(now.again(folders).library().item("split-tables")).isEmpty();
  }

  @Test
  void twoGroupsOfSynonymsShareNoWord() {
    var _ = Corpus.write(folder, "synonyms.yaml", "synonyms:\n  - [one, two]\n  - [three, Two]\n");

    assertThat(read().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
  }
}
