package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.testkit.TwoSteps;
import dev.aiwf.testkit.model.Asked;
import dev.aiwf.testkit.model.Dialect;
import dev.aiwf.testkit.model.FakeModel;
import dev.aiwf.testkit.model.Play;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A model leads people whom it plays as well, over HTTP, and is scored. */
class EvaluateCommandTest {

  private static final Pattern HANDLE = Pattern.compile("message (m\\d+)");

  private static final String SCENARIO =
      """
      scenario: Billing
      workflow: two-steps
      people: {lead: {}}
      beats:
        - lead: {answer: {goal: Answer billing questions, use_case: knowledge-qa, example_count: 300}}
        - lead: {press: RAG only, fill: {reason: Daily edits}}
      """;

  @TempDir private Path folder;

  private record Ran(int exit, String out, String err) {}

  private Ran run(Map<String, String> environment, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("billing.yaml"), SCENARIO);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> arguments =
        new ArrayList<>(List.of("--packs", TwoSteps.folder().toString(), file.toString()));
    arguments.addAll(List.of(options));
    int exit =
        new CommandLine(new EvaluateCommand(environment))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(Failures::told)
            .execute(arguments.toArray(String[]::new));
    return new Ran(exit, out.toString(), err.toString());
  }

  private static Map<String, String> speakingWith(FakeModel model) {
    return Trial.together(Trial.model(model), Map.of("AIWF_LLM_PRICE", "2/10"));
  }

  /** One model plays both: whom, its instructions say. */
  private static FakeModel playing(Deque<Play> people, Deque<Play> architect) throws IOException {
    return FakeModel.speaking(Dialect.OPENAI)
        .otherwise(asked -> {
          Deque<Play> plays =
              asked.instructions().contains("You play the people") ? people : architect;
          Play next = plays.poll();
          return next == null ? Play.says("Nothing.").counting(100, 10) : citing(next, asked);
        });
  }

  /** A quotation is of the last message that can be cited. */
  private static Play citing(Play play, Asked asked) {
    String last =
        HANDLE
            .matcher(asked.told())
            .results()
            .map((MatchResult found) -> found.group(1))
            .reduce("", (_, later) -> later);
    if (!(play instanceof Play.Answers answers)) {
      return play;
    }
    return new Play.Answers(
        answers.beats().stream()
            .map(beat ->
                beat instanceof Play.Beat.Calls(var tool, var json)
                    ? new Play.Beat.Calls(tool, json.replace("LAST", last))
                    : beat)
            .toList(),
        answers.end(),
        answers.usage());
  }

  @Test
  void whatItCoveredKeptAndCostIsATable() throws IOException {
    Deque<Play> people =
        new ArrayDeque<>(
            List.of(
                Play.calls(
                        "say",
                        "{\"who\": \"lead\", \"words\": \"It answers billing questions; 300"
                            + " tickets.\"}")
                    .counting(500, 20),
                Play.calls("press", "{\"who\": \"lead\", \"button\": \"No such button\"}")
                    .counting(500, 20),
                Play.says("Done.").counting(500, 5)));
    Deque<Play> architect =
        new ArrayDeque<>(
            List.of(
                Play.calls(
                        "record_answers",
                        """
                        {"answers": [
                          {"ask": "goal", "value": "Answer billing questions", "message": "LAST",
                           "quote": "answers billing questions"},
                          {"ask": "example_count", "value": "300", "message": "LAST",
                           "quote": "300 tickets"}]}
                        """)
                    .calling("sign", "{\"verdict\": \"GO\"}")
                    .counting(1000, 100),
                Play.says("Which class of use?").counting(1100, 10)));
    try (FakeModel model = playing(people, architect)) {
      Ran ran = run(speakingWith(model));

      assertThat(ran.err()).isEmpty();
      assertThat(ran.out().lines().toList().get(1).split(" {2,}"))
          .containsExactly(
              "2/4",
              "1/2",
              "-",
              "2",
              "2,210",
              "$0.0053",
              "1,655",
              "scoping",
              "people had nothing more to say",
              "Billing");
      assertThat(ran.exit()).isZero();
      assertThat(model.rejections()).isEmpty();
    }
  }

  @Test
  void itEndsWhenItsRoundsAreUsedUpAndIsJsonWhereThatIsWanted() throws IOException {
    Deque<Play> people = new ArrayDeque<>();
    for (int i = 0; i < 20; i++) {
      people.add(
          Play.calls("say", "{\"who\": \"lead\", \"words\": \"Hello %d\"}".formatted(i))
              .counting(10, 1));
      people.add(Play.says("Said.").counting(10, 1));
    }
    try (FakeModel model = playing(people, new ArrayDeque<>())) {
      assertThat(run(speakingWith(model), "--rounds", "2", "--json").out())
          .contains("\"end\":\"its rounds were used up\"", "\"interactions\":3");
      assertThat(run(speakingWith(model), "--tokens", "50").out())
          .contains("its tokens were used up");
    }
  }

  @Test
  void withoutAModelItSaysWhatToSet() throws IOException {
    Ran ran = run(Map.of());
    assertThat(ran.err())
        .isEqualTo(
            "aiwf: No model is set, so there is none to evaluate: set AIWF_LLM_PROVIDER,"
                + " AIWF_LLM_MODEL and the provider's key; docs/model.md says how.\n");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void withoutItsKeyItSaysWhichOne() throws IOException {
    Ran ran = run(Map.of("AIWF_LLM_PROVIDER", "openai", "AIWF_LLM_MODEL", FakeModel.NAME));
    assertThat(ran.err()).contains("OPENAI_API_KEY is missing");
    assertThat(ran.exit()).isEqualTo(1);
  }
}
