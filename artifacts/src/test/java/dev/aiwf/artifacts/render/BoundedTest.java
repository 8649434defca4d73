package dev.aiwf.artifacts.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file with so many lines has no more, and says what is missing. */
class BoundedTest {

  private static final String TEMPLATE =
      """
      # {{project.name}}

      {{words}}

      {{#open_points}}
      - {{ask}}
      {{/open_points}}
      {{#more.open_points}}
      - and {{more.open_points}} more
      {{/more.open_points}}
      """;

  @ParameterizedTest
  @ValueSource(ints = {3, 40, 60, 400})
  void nothingIsLostWithoutAWord(int open) {
    List<String> lines =
        States.bounded(TEMPLATE, 50, asks(open), "one\ntwo\nthree").lines().toList();
    long listed = lines.stream().filter(line -> line.startsWith("- Is number")).count();
    long more =
        lines.stream()
            .filter(line -> line.startsWith("- and "))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();

    assertThat(lines).hasSizeLessThanOrEqualTo(50);
    assertThat(listed + more).isEqualTo(open);
    assertThat(listed).isGreaterThanOrEqualTo(Math.min(open, 30));
  }

  @Test
  void nobodysWordsTakeMoreThanALine() {
    String words = "one\n\ntwo " + "three ".repeat(1_000);

    List<String> lines = States.bounded(TEMPLATE, 50, asks(1), words).lines().toList();

    assertThat(lines).hasSize(5);
    assertThat(lines.get(2)).startsWith("one two three").endsWith("…").hasSizeLessThan(250);
  }

  private static List<Ask> asks(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new Ask(
                "ask_" + i,
                "Is number " + i + " open?",
                null,
                false,
                Depth.QUICK,
                new AskType.Text(100),
                List.of()))
        .toList();
  }
}
