package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.testkit.TwoSteps;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScenarioCommandTest {

  private static final String BEGINNING =
      """
      scenario: An attempt
      workflow: two-steps
      people: {lead: {}}
      beats:
      """;

  @TempDir private Path folder;

  private record Ran(int exit, String out) {}

  private Ran run(String yaml, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("attempt.yaml"), yaml);
    StringWriter out = new StringWriter();
    List<String> arguments =
        new ArrayList<>(List.of("--packs", TwoSteps.folder().toString(), file.toString()));
    arguments.addAll(List.of(options));
    int exit =
        new CommandLine(new ScenarioCommand())
            .setOut(new PrintWriter(out))
            .execute(arguments.toArray(String[]::new));
    return new Ran(exit, out.toString().replace(folder.toString(), "…"));
  }

  @Test
  void whatComesAsExpectedIsOneLine() throws IOException {
    Ran ran = run(BEGINNING + "  - expect: {step: scoping}\n");
    assertThat(ran.out()).isEqualTo("ok  …/attempt.yaml: An attempt, 1 interaction\n");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void whatDoesNotIsToldWithItsPlaceAndWhatWasSaidBefore() throws IOException {
    Ran ran =
        run(
            BEGINNING
                + """
                  - lead: Answer billing questions
                  - expect:
                      answers: {goal: Answer billing questions}
                      step: release
                  - lead: {press: Fine}
                """);
    assertThat(ran.out())
        .contains(
            """
            …/attempt.yaml:8: An attempt
              expected  step: release
              instead   step: scoping
            …/attempt.yaml:9: An attempt
              expected  a button "Fine"
              instead   buttons that stand: [Answers from documents]\
            """)
        .contains("> 2/4 **Which class fits best?**");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void aRunCanBeRead() throws IOException {
    Ran ran = run(BEGINNING + "  - lead: Answer _billing_ questions\n", "--transcript");
    assertThat(ran.out())
        .startsWith("# An attempt\n\n**lead** `/aiwf start support-bot`\n")
        .contains("**lead**\n\n> Answer \\_billing\\_ questions\n");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void whatCannotBeReadIsTold() throws IOException {
    Ran ran = run(BEGINNING + "  - lead: {pres: C}\n");
    assertThat(ran.out()).startsWith("…/attempt.yaml:5: This is no move; there are: start, press");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void aWorkflowThatIsNotThereIsTold() throws IOException {
    Ran ran = run(BEGINNING.replace("two-steps", "three-steps") + "  - expect: {step: a}\n");
    assertThat(ran.out()).startsWith("…/attempt.yaml: There is no workflow \"three-steps\"");
    assertThat(ran.exit()).isEqualTo(1);
  }
}
