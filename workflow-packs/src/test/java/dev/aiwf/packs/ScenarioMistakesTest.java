package dev.aiwf.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a scenario is told with its line, all at once. */
class ScenarioMistakesTest {

  @TempDir private Path folder;

  private ScenarioRead read(String yaml) throws IOException {
    return Scenarios.read(Files.writeString(folder.resolve("attempt.yaml"), yaml));
  }

  @Test
  void eachMistakeIsToldWithItsLine() throws IOException {
    ScenarioRead read =
        read(
            """
            scenario: Mistakes
            depth: deep
            colour: blue
            people:
              lead: {roles: [boss]}
              expect: {}
            beats:
              - nobody: hello
              - lead: {press: C, fil: {reason: x}}
              - lead: {take: all}
              - lead: {give: {stranger: approver}}
              - lead: {answer: {goal: ~}}
              - wait: long
              - repository: broken
              - expect: {stepp: scoping}
              - expect: {open: {at_most: few}}
              - expect: {answers: goal}
              - expect: {facts: 1.5}
              - lead: hello
                expect: {}
            """);

    assertThat(read.scenario()).isEmpty();
    assertThat(read.problems())
        .extracting(Problem::line)
        .containsExactly(1, 2, 3, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
    assertThat(read.problems().toString())
        .contains(
            "\"workflow\" is missing in a scenario.",
            "\"deep\" is none of: quick, standard, thorough.",
            "There is nobody called \"nobody\"; a beat is one of: lead, expect, wait",
            "There is no key \"fil\" in the move \"press\"; there are: press, on, fill.",
            "\"wait\" takes a time like 90s, 30min, 24h or 2d, not \"long\".");
  }

  @Test
  void eachMistakeInAConversationIsToldWithItsLine() throws IOException {
    ScenarioRead read =
        read(
            """
            scenario: Mistakes
            workflow: hello
            model: {name: some-model, price: cheap}
            people: {lead: {}}
            beats:
              - model:
                  - {say: hello}
                  - {calls: [get_warnings]}
                  - {says: hello, tokens: many}
                  - {fails: sometimes}
                  - {meanwhile: [{lead: hello}]}
                  - {says: hello, meanwhile: [{nobody: hello}]}
                  - {fails: cut, calls: [{show: {what: progress}}]}
            """);

    assertThat(read.scenario()).isEmpty();
    assertThat(read.problems())
        .extracting(Problem::line)
        .containsExactly(3, 7, 8, 9, 10, 11, 12, 13);
    assertThat(read.problems().toString())
        .contains(
            "like 3/15, not \"cheap\"",
            "A call is a tool with what it takes",
            "like 5200/180, not \"many\"",
            "\"sometimes\" is none of: too_long, cut",
            "there are: lead.");
  }

  @Test
  void aModelThatAnswersHasAName() throws IOException {
    assertThat(
            read("scenario: A\nworkflow: hello\npeople: {lead: {}}\nbeats: [{model: hello}]\n")
                .problems())
        .singleElement()
        .asString()
        .contains("attempt.yaml:4: A model answers here");
  }

  @Test
  void aFileInAPackPlaysInThatPack() throws IOException {
    Path file = folder.resolve("prompts/hello/1.0.0/scenarios/a.yaml");
    Files.createDirectories(folder.resolve("prompts/hello/1.0.0/scenarios"));
    Files.writeString(file, "scenario: In a pack\npeople: {lead: {}}\nbeats: [{lead: hello}]\n");

    assertThat(Scenarios.read(file).scenario().orElseThrow())
        .satisfies(scenario -> {
          assertThat(scenario.workflow()).isEqualTo("hello");
          assertThat(scenario.version()).isEqualTo("1.0.0");
          assertThat(scenario.file()).isEqualTo("prompts/hello/1.0.0/scenarios/a.yaml");
        });
    assertThat(Scenarios.shipped(folder)).hasSize(1);
  }
}
