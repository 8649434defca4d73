package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCommandTest {

  private static final String BEGINNING =
      """
      scenario: An attempt
      workflow: two-steps
      people: {lead: {}}
      beats:
      """;

  @TempDir private Path folder;

  private Played run(String yaml, String... options) throws IOException {
    return Played.by(new ScenarioCommand(), folder, yaml, options);
  }

  @Test
  void whatComesAsExpectedIsOneLine() throws IOException {
    Played ran = run(BEGINNING + "  - expect: {step: scoping}\n");
    assertThat(ran.out()).isEqualTo("ok  …/attempt.yaml: An attempt, 1 interaction\n");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void whatDoesNotIsToldWithItsPlaceAndWhatWasSaidBefore() throws IOException {
    Played ran =
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
    Played ran = run(BEGINNING + "  - lead: Answer _billing_ questions\n", "--transcript");
    assertThat(ran.out())
        .startsWith("# An attempt\n\n**lead** `/aiwf start support-bot`\n")
        .contains("**lead**\n\n> Answer \\_billing\\_ questions\n");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void whatCannotBeReadIsTold() throws IOException {
    Played ran = run(BEGINNING + "  - lead: {pres: C}\n");
    assertThat(ran.out()).startsWith("…/attempt.yaml:5: This is no move; there are: start, press");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void aWorkflowThatIsNotThereIsTold() throws IOException {
    Played ran = run(BEGINNING.replace("two-steps", "three-steps") + "  - expect: {step: a}\n");
    assertThat(ran.out()).startsWith("…/attempt.yaml: There is no workflow \"three-steps\"");
    assertThat(ran.exit()).isEqualTo(1);
  }
}
