package dev.aiwf.packs;

import static dev.aiwf.packs.PackOnDisk.AGENT;
import static dev.aiwf.packs.PackOnDisk.METHODS;
import static dev.aiwf.packs.PackOnDisk.RELEASE;
import static dev.aiwf.packs.PackOnDisk.SCOPING;
import static dev.aiwf.packs.PackOnDisk.TEMPLATE;
import static dev.aiwf.packs.PackOnDisk.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.workflow.Workflow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack from a stranger gives problems, whatever is in it, and never an exception. */
class HostileTest {

  @TempDir Path root;

  @Test
  void aliasesAreNotFollowed() throws IOException {
    StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int i = 1; i < 30; i++) {
      laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }

    assertThat(problemsWith(WORKFLOW, laughs.toString()))
        .anyMatch(problem -> problem.sentence().contains("Aliases") && problem.line() == 2);
  }

  @Test
  void tagsBuildNothing() throws IOException {
    assertThat(problemsWith(WORKFLOW, "title: !!javax.script.ScriptEngineManager [x]\n"))
        .anyMatch(problem -> problem.sentence().startsWith("Tags"));
  }

  @Test
  void tenMegabytesAreNotRead() throws IOException {
    assertThat(problemsWith(WORKFLOW, "x".repeat(10_000_000)))
        .anyMatch(problem -> problem.sentence().contains("larger than"));
    assertThat(problemsWith(TEMPLATE, "x".repeat(10_000_000)))
        .anyMatch(problem -> problem.sentence().contains("larger than"));
  }

  @Test
  void binaryIsNoText() throws IOException {
    PackOnDisk pack = new PackOnDisk(root);
    byte[] bytes = new byte[4_096];
    new Random(7).nextBytes(bytes);
    pack.write(WORKFLOW, bytes);
    pack.write(SCOPING, "---\nid: \0\n---\nx".getBytes(StandardCharsets.UTF_8));

    assertThat(pack.read().problems())
        .anyMatch(problem -> problem.sentence().contains("not text in UTF-8"))
        .anyMatch(p -> p.sentence().contains("has no place in YAML") && p.line() == 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "---",
        "...",
        "[",
        "- x",
        "just words",
        "%YAML 99999999999999.1\n---\nx",
        "%TAG ! tag:\n---\n!x y",
        "a: b\n---\nc: d",
        "\t\ta: b",
        "? ? ? x",
        "steps: {a: b}\nphases: x\ngates: [y]",
        "id: \"\\uD800\"",
        "phases: [{number: 1e999999999, title: x}]",
        "resume: [x]\nphases: [{number: 0, title: x, entry: {a: b}, exit: y}]",
        "phases: [[[[]]]]\nsteps: [~, [], {}]"
      })
  void oddYamlIsSaid(String yaml) throws IOException {
    assertThat(problemsWith(WORKFLOW, yaml)).isNotEmpty();
  }

  @Test
  void deepNestingIsNotClimbedDown() throws IOException {
    assertThat(problemsWith(WORKFLOW, "id: " + "[".repeat(50_000)))
        .anyMatch(problem -> problem.sentence().contains("nested too deeply"));
    assertThat(problemsWith(WORKFLOW, "id:\n" + deep())).isNotEmpty();
  }

  private static String deep() {
    StringBuilder deep = new StringBuilder();
    for (int i = 1; i < 400; i++) {
      deep.append(" ".repeat(i)).append("a:\n");
    }
    return deep.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "ceil(", "1+", "1-(", "min(a,"})
  void longFormulasAreNotClimbedDown(String piece) throws IOException {
    assertThat(problemsWithFigure(piece.repeat(50_000)))
        .anyMatch(problem -> problem.sentence().startsWith("A formula has 500 characters at most"));
    assertThat(problemsWithFigure(piece.repeat(500 / piece.length()))).isNotEmpty();
  }

  @Test
  void theDeepestFormulaCanBeRead() throws IOException {
    PackOnDisk pack = withFigures("(".repeat(249) + "1" + ")".repeat(249));

    assertThat(pack.read().problems()).isEmpty();
  }

  @Test
  void figuresInACircleAreNotFollowedForEver() throws IOException {
    PackOnDisk pack = withFigures("f2", "f1 + f3", "f3 * f1");
    pack.write(TEMPLATE, "{{f1}} {{#figures}}{{value}}{{/figures}}\n");

    assertThat(pack.read().problems())
        .hasSize(3)
        .allMatch(problem -> problem.sentence().contains("worked out from itself"));
  }

  @Test
  void figuresThatShareOthersAreFollowedOnce() throws IOException {
    String[] fibonacci = new String[200];
    fibonacci[0] = "example_count";
    fibonacci[1] = "example_count";
    for (int i = 2; i < fibonacci.length; i++) {
      fibonacci[i] = "f%d * f%d".formatted(i, i - 1);
    }
    PackOnDisk pack = withFigures(fibonacci);
    pack.write(TEMPLATE, "{{f200}}\n");

    Workflow workflow = pack.read().workflows().getFirst();

    assertThat(workflow.asksBehind("f200")).containsExactly("example_count");
    assertThat(workflow.step("scoping").writes().getFirst().asks())
        .containsExactly("example_count");
  }

  @Test
  void moreThanCanBeFollowedIsNotFollowed() throws IOException {
    String[] figures = new String[5_000];
    for (int i = 0; i < figures.length; i++) {
      figures[i] = "f%d".formatted(i + 2);
    }
    assertThat(withFigures(figures).read().problems())
        .singleElement()
        .extracting(Problem::sentence)
        .isEqualTo("A pack has 200 figures at most; this is one more.");
  }

  private PackOnDisk withFigures(String... formulas) throws IOException {
    StringBuilder figures = new StringBuilder("figures:\n");
    for (int i = 0; i < formulas.length; i++) {
      figures.append("  - {id: f%d, title: x, formula: \"%s\"}\n".formatted(i + 1, formulas[i]));
    }
    PackOnDisk pack = new PackOnDisk(root);
    pack.replace(SCOPING, "writes:\n", figures + "writes:\n");
    return pack;
  }

  private List<Problem> problemsWithFigure(String formula) throws IOException {
    PacksRead read = withFigures(formula).read();
    assertThat(read.workflows()).isEmpty();
    return read.problems();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{}}",
        "{{#a}}{{/b}}",
        "{{/a}}",
        "{{{a}}",
        "{{a b}}",
        "{{.}}",
        "{{..}}",
        "{{$a}}{{/a}}{{/a}}",
        "{{<a}}{{/a}}",
        "{{goal.}}",
        "{{goal.class}}",
        "{{&gaol}}"
      })
  void oddTemplatesAreSaid(String template) throws IOException {
    assertThat(problemsWith(TEMPLATE, "\n" + template + "\n")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "{a: b}", "[x]", "- - - x", "- {id: x, questions: {}}", "[", "\0"})
  void oddMethodsAreSaid(String yaml) throws IOException {
    assertThat(problemsWith(METHODS, yaml))
        .isNotEmpty()
        .allMatch(problem -> problem.file().equals(METHODS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "---\n---\n", "---\n[x]\n---\nx", "---\nid: [\n---\nx", "\0"})
  void oddAgentsAreSaid(String text) throws IOException {
    assertThat(problemsWith(AGENT, text))
        .isNotEmpty()
        .allMatch(problem -> problem.file().equals(AGENT));
  }

  @Test
  void missingFilesAreSaid() throws IOException {
    PackOnDisk pack = new PackOnDisk(root);
    pack.delete(SCOPING);
    pack.delete(RELEASE);
    pack.delete(TEMPLATE);

    assertThat(pack.read().problems()).extracting(Problem::line).containsExactly(10, 10);
    pack.delete(WORKFLOW);
    assertThat(pack.read().problems())
        .containsExactly(new Problem(WORKFLOW, 1, "There is no such file."));
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    PackOnDisk pack = new PackOnDisk(root.resolve("pack"));
    Path secret = Files.writeString(root.resolve("secret"), "secret");
    pack.delete(TEMPLATE);
    Files.createSymbolicLink(root.resolve("pack").resolve(TEMPLATE), secret);

    assertThat(pack.read().workflows()).isEmpty();
    assertThat(pack.read().problems())
        .anyMatch(problem -> problem.sentence().contains("is a link"))
        .noneMatch(problem -> problem.toString().contains("secret"));
  }

  private List<Problem> problemsWith(String file, String text) throws IOException {
    PackOnDisk pack = new PackOnDisk(root);
    pack.write(file, text);
    PacksRead read = pack.read();
    assertThat(read.workflows()).isEmpty();
    return read.problems();
  }
}
