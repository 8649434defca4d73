package dev.aiwf.architect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Architect.Shape;
import dev.aiwf.core.port.Architect.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a tool takes is estimated without writing it down, and rather too high than too low. */
class TokensTest {

  static List<Tool> tools() {
    Shape.Text quote = new Shape.Text("The words it rests on, as they stand there", 400);
    Shape.OneOf ask =
        new Shape.OneOf("Which of the open asks", List.of("goal", "use_case", "example_count"));
    return List.of(
        new Tool("a", "", fields()),
        new Tool("open_item", "Read a knowledge item whole.", fields("id", quote)),
        new Tool("rate", "Say how sure you are.", fields("percent", new Shape.Number(""))),
        new Tool(
            "record_answers",
            "Record what people said. Leave open what nobody said.",
            fields(
                "answers",
                new Shape.Many(
                    "One for each",
                    fields("ask", ask, "value", quote, "message", quote, "quote", quote),
                    20))),
        new Tool(
            "choose_among_many",
            "Name one of them.",
            fields("one", new Shape.OneOf("", List.of("a", "b", "c", "d", "e", "f", "g", "h")))));
  }

  private static Shape.Fields fields(Object... parts) {
    Map<String, Shape> fields = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      fields.put((String) parts[i], (Shape) parts[i + 1]);
    }
    return new Shape.Fields("", fields, Set.copyOf(fields.keySet()));
  }

  @ParameterizedTest
  @MethodSource("tools")
  void itIsNoLessThanItsJsonAndAboutTwiceAsMuchAtMost(Tool tool) {
    int sent = Tokens.of(Shapes.of(List.of(tool)).getFirst().toJson());
    assertThat(Tokens.of(tool)).isBetween(sent, 2 * sent + 24);
  }
}
