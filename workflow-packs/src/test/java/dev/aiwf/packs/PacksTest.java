package dev.aiwf.packs;

import static dev.aiwf.packs.PackOnDisk.AGENT;
import static dev.aiwf.packs.PackOnDisk.METHODS;
import static dev.aiwf.packs.PackOnDisk.SCOPING;
import static dev.aiwf.packs.PackOnDisk.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksTest {

  @TempDir Path root;

  @Test
  void aRootWithoutPacksSaysSo() {
    assertThat(Packs.read(List.of(root)).problems())
        .containsExactly(
            new Problem("prompts", 1, "There is no such folder, so there are no packs."));
  }

  @Test
  void theNewestVersionComesFirstAndASpoiltOneDoesNotHideTheOthers() throws IOException {
    PackOnDisk pack = new PackOnDisk(root);
    for (String version : List.of("1.10.0", "1.9.0", "2.0.0-rc.1", "2.0.0", "3.0.0")) {
      copy(version);
    }
    Files.writeString(root.resolve("prompts/two-steps/3.0.0/workflow.yaml"), "id: [");

    PacksRead read = pack.read();

    assertThat(read.workflows())
        .extracting(workflow -> workflow.ref().version())
        .containsExactly("2.0.0", "2.0.0-rc.1", "1.10.0", "1.9.0", "1.0.0");
    assertThat(read.problems())
        .extracting(Problem::file)
        .containsOnly("prompts/two-steps/3.0.0/workflow.yaml");
  }

  private void copy(String version) throws IOException {
    for (String part : List.of("prompts", "templates")) {
      Path from = root.resolve(part + "/two-steps/1.0.0");
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path to =
              root.resolve(part + "/two-steps/" + version)
                  .resolve(from.relativize(file).toString());
          Files.createDirectories(to.getParent());
          Files.writeString(
              to, Files.readString(file).replace("version: 1.0.0", "version: " + version));
        }
      }
    }
  }

  @Test
  void theSamePackUnderTwoRootsIsTakenFromTheFirst() throws IOException {
    PackOnDisk first = new PackOnDisk(root.resolve("first"));
    PackOnDisk second = new PackOnDisk(root.resolve("second"));
    second.replace(SCOPING, "Find out", "Find");

    PacksRead read = Packs.read(List.of(first.root(), second.root()));

    assertThat(read.workflows()).isEqualTo(first.read().workflows());
    assertThat(read.problems()).singleElement().extracting(Problem::line).isEqualTo(1);
  }

  @Test
  void theHashFollowsEveryFileAndNothingElse() throws IOException {
    PackOnDisk pack = new PackOnDisk(root.resolve("one"));
    String hash = hash(pack);

    assertThat(hash(new PackOnDisk(root.resolve("two")))).isEqualTo(hash);
    pack.replace(TEMPLATE, "## Why", "## Because");
    assertThat(hash(pack)).isNotEqualTo(hash);
    pack.replace(TEMPLATE, "## Because", "## Why");
    assertThat(hash(pack)).isEqualTo(hash);
    pack.write("prompts/two-steps/1.0.0/notes.txt", "x");
    assertThat(hash(pack)).isNotEqualTo(hash);
  }

  @Test
  void theHashFollowsAgentsAndMethods() throws IOException {
    PackOnDisk pack = PackOnDisk.grown(root);
    String hash = hash(pack);

    pack.replace(AGENT, "Draws", "Paints");
    String painted = hash(pack);
    pack.replace(METHODS, "Why?", "Why so?");

    assertThat(Set.of(hash, painted, hash(pack))).hasSize(3);
  }

  private static String hash(PackOnDisk pack) {
    return pack.read().workflows().getFirst().ref().hash();
  }

  @Test
  void everyKindOfAskIsRead() throws IOException {
    PackOnDisk pack = new PackOnDisk(root);
    pack.replace(
        SCOPING,
        "asks:\n",
        """
        asks:
          - {id: criteria, type: list, ask: What counts?, max: 5, required: false, from: thorough,
             recommend: [{when: {any: [{goal: {in: [a, b]}}, {not: {use_case: {is: assistant}}}]},
                          value: [Right, Fast], reason: both matter}]}
          - {id: sources, type: table, ask: From where?, columns: [name, volume], required: false}
          - {id: tone, type: choice, ask: Which tone?, options: {plain: Plain, warm: Warm},
             required: false, recommend: [{when: {goal: {is: x}}, value: warm, reason: people}]}
        """);

    Step step = pack.read().workflows().getFirst().step("scoping");

    assertThat(step.asks().get(0).type()).isEqualTo(new AskType.Items(5));
    assertThat(step.asks().get(0).recommended())
        .containsExactly(
            new Ask.Recommendation(
                new Condition.Any(
                    List.of(
                        new Condition.In("goal", List.of("a", "b")),
                        new Condition.Not(new Condition.Is("use_case", "assistant")))),
                new Value.Items(List.of("Right", "Fast")),
                "both matter"));
    assertThat(step.asks().get(1).type())
        .isEqualTo(new AskType.Table(List.of("name", "volume"), 30));
    assertThat(step.asks().get(2).type().options())
        .containsExactly(
            new AskType.Option("plain", "Plain", null), new AskType.Option("warm", "Warm", null));
    assertThat(step.ask("example_count").orElseThrow().type())
        .isEqualTo(new AskType.Number(BigDecimal.ZERO, null, "examples"));
  }

  @Test
  void templatesMayNameAllThatIsKnown() throws IOException {
    PackOnDisk pack = PackOnDisk.grown(root);
    pack.write(
        TEMPLATE,
        """
        {{monthly_cost}} {{monthly_cost.unit}}: {{monthly_cost.formula}} = {{monthly_cost.worked}}
        {{#monthly_cost.assumed}}{{.}}{{/monthly_cost.assumed}} {{skipped}}
        {{#warnings}}{{title}}{{#met}}{{mitigation}} {{by}} {{date}}{{/met}}{{/warnings}}
        {{#contradictions}}{{id}} {{text}} {{reference}}{{/contradictions}}
        {{phase.number}} {{phase.title}} {{#phase.entry}}{{.}}{{/phase.entry}}
        {{#consults}}{{tool}} {{topic}}{{/consults}}{{#files}}{{.}}{{/files}}
        {{#gate.tracked}}{{text}}{{#met}}{{how}} {{by}} {{date}}{{/met}}{{/gate.tracked}}
        """);

    assertThat(pack.read().problems()).isEmpty();
    assertThat(pack.read().workflows().getFirst().step("scoping").writes().getFirst().asks())
        .containsExactlyInAnyOrder("example_count", "model");
    pack.write(
        TEMPLATE,
        """
        {{#figures}}{{id}} {{title}} {{value}} {{unit}} {{formula}} {{worked}}
        {{#assumed}}{{.}}{{/assumed}}{{/figures}}
        {{#figures_here}}{{title}}{{/figures_here}}
        {{#decided_here}}{{phase}}{{#rests_on}}{{ask}}: {{answer}}{{/rests_on}}
        {{#notes}}{{method}} {{text}} {{by}} {{date}}{{/notes}}{{/decided_here}}
        """);
    assertThat(pack.read().problems()).isEmpty();
    assertThat(pack.read().workflows().getFirst().step("scoping").writes().getFirst().asks())
        .containsExactlyInAnyOrder("example_count", "model", "architecture");
  }

  @Test
  void whatATemplateShowsIsWhatItsFileRestsOn() throws IOException {
    PackOnDisk pack = new PackOnDisk(root);
    pack.write(
        TEMPLATE,
        """
        {{project.name}}, {{workflow.title}}{{! {{goal}} in a comment }}
        {{#use_case}}{{label}}{{/use_case}}
        {{#decisions}}{{number}}: {{label}} {{#alternatives}}{{label}}{{/alternatives}}{{/decisions}}
        {{#gate}}{{verdict}}{{#items}}{{#checked}}x{{/checked}}{{text}}{{/items}}{{/gate}}
        {{#gate.conditions}}{{.}}{{^-last}}, {{/-last}}{{/gate.conditions}}
        {{#phases}}{{title}}{{#steps}}{{state}}{{/steps}}{{/phases}}
        {{#open_points}}{{ask}}{{/open_points}}
        """);

    assertThat(pack.read().problems()).isEmpty();
    assertThat(pack.read().workflows().getFirst().step("scoping").writes().getFirst().asks())
        .containsExactlyInAnyOrder("use_case", "architecture");
  }
}
