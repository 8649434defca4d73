package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.testkit.TwoSteps;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayCommandTest {

  private static final String BEGINNING =
      """
      scenario: An attempt
      workflow: two-steps
      model: {name: some-model, price: 3/15}
      people: {lead: {}}
      beats:
        - lead: Answer billing questions, from 300 rated tickets
        - model:
            - calls:
                - record_answers: {answers: [{ask: example_count, value: 300, quote: 300 rated tickets}]}
              tokens: 1000/100
            - {says: "Three hundred, then.", tokens: 1200/20}
      """;

  @TempDir private Path folder;

  private Played run(String yaml, String... options) throws IOException {
    return Played.by(new ReplayCommand(), folder, yaml, options);
  }

  @Test
  void whatWasSaidIsPrintedWithItsToolsAndWhatItCost() throws IOException {
    Played ran = run(BEGINNING + "  - expect: {answers: {example_count: 300}, cost: 0.0084}\n");
    assertThat(ran.out())
        .startsWith("# An attempt\n\n**lead** `/aiwf start support-bot`\n")
        .contains("*The architect uses* `record_answers` example_count *→* Recorded: example_count")
        .contains("> Three hundred, then.")
        .endsWith("ok  …/attempt.yaml: An attempt, 2 interactions, 2,320 tokens, $0.0084\n");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void whatComesOtherwiseIsToldWithItsPlace() throws IOException {
    Played ran =
        run(
            BEGINNING
                + "  - expect: {tools: {exactly: [propose_decision]}, tokens: 5}\n"
                + "  - model: Nobody asked.\n",
            "--quiet");
    assertThat(ran.out())
        .contains(
            """
            …/attempt.yaml:12: An attempt
              expected  tools: exactly propose_decision
              instead   tools: record_answers
            …/attempt.yaml:12: An attempt
              expected  tokens: exactly 5
              instead   tokens: 2320
            …/attempt.yaml:13: An attempt
              expected  the architect to answer
              instead   nobody asked it anything
            """);
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void aModelIsAskedAsOftenAsItAnswered() throws IOException {
    String once = BEGINNING.substring(0, BEGINNING.lastIndexOf("      - {says"));
    assertThat(run(once, "--quiet").out())
        .contains("expected  its model to be asked 1 time\n  instead   it was asked 2 times");
    assertThat(run(BEGINNING + "      - Never heard.\n", "--quiet").out())
        .contains("expected  its model to be asked 3 times\n  instead   it was asked 2 times");
  }

  @Test
  void anAnswerThatIsNotWrittenDownIsMissed() throws IOException {
    Played ran = run(BEGINNING + "  - lead: And now?\n", "--quiet");
    assertThat(ran.out()).contains("instead   its last answer is not written down");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void theTranscriptIsHeldAgainstTheOneThatIsKept() throws IOException {
    assertThat(run(BEGINNING, "--write").exit()).isZero();
    assertThat(run(BEGINNING).exit()).isZero();

    Played ran = run(BEGINNING.replace("Three hundred, then.", "Three hundred."), "--quiet");
    assertThat(ran.out())
        .contains(
            "…/attempt.md:",
            "The transcript is another one.",
            "  kept      > Three hundred, then.\n  instead   > Three hundred.\n");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void whatCannotBeReadIsTold() throws IOException {
    Played ran = run(BEGINNING + "  - model: [{sais: hello}]\n");
    assertThat(ran.out()).startsWith("…/attempt.yaml:12: There is no key \"sais\" in an answer");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void aConversationIsNothingForScenario() throws IOException {
    Path file = Files.writeString(folder.resolve("attempt.yaml"), BEGINNING);
    StringWriter out = new StringWriter();
    int exit =
        new CommandLine(new ScenarioCommand())
            .setOut(new PrintWriter(out))
            .execute("--packs", TwoSteps.folder().toString(), file.toString());
    assertThat(out.toString()).contains("`aiwf replay` plays it");
    assertThat(exit).isEqualTo(1);
  }
}
