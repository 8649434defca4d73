package dev.aiwf.packs;

import static dev.aiwf.packs.Mistake.in;
import static dev.aiwf.packs.PackOnDisk.METHODS;
import static dev.aiwf.packs.PackOnDisk.RELEASE;
import static dev.aiwf.packs.PackOnDisk.SCOPING;
import static dev.aiwf.packs.PackOnDisk.TEMPLATE;
import static dev.aiwf.packs.PackOnDisk.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of mistake is said where it is. */
class MistakesTest {

  @TempDir Path root;

  @ParameterizedTest
  @MethodSource({"inYaml", "inWorkflow", "inSteps", "inAsks", "amongAsks", "inTemplates"})
  void aMistakeIsSaidWithFileAndLine(Mistake mistake) throws IOException {
    said(mistake, new PackOnDisk(root));
  }

  @ParameterizedTest
  @MethodSource({
    "dev.aiwf.packs.GrownMistakes#inFormulas",
    "dev.aiwf.packs.GrownMistakes#inFigures",
    "dev.aiwf.packs.GrownMistakes#inWarnings",
    "dev.aiwf.packs.GrownMistakes#inPoints",
    "dev.aiwf.packs.GrownMistakes#inConditionsOfAsks",
    "dev.aiwf.packs.GrownMistakes#inGrounds",
    "dev.aiwf.packs.GrownMistakes#ofSize",
    "dev.aiwf.packs.GrownMistakes#onTheWay",
    "dev.aiwf.packs.GrownMistakes#inResume",
    "dev.aiwf.packs.GrownMistakes#inAgents",
    "dev.aiwf.packs.GrownMistakes#inMethods",
    "dev.aiwf.packs.GrownMistakes#inWrites"
  })
  void aMistakeInAGrownPackIsSaidWithFileAndLine(Mistake mistake) throws IOException {
    said(mistake, PackOnDisk.grown(root));
  }

  private static void said(Mistake mistake, PackOnDisk pack) throws IOException {
    pack.replace(mistake.file(), mistake.from(), mistake.to());

    PacksRead read = pack.read();

    assertThat(read.workflows()).isEmpty();
    int line = pack.lineOf(mistake.where(), mistake.mark());
    assertThat(read.problems())
        .anySatisfy(problem -> {
          assertThat(problem.file()).isEqualTo(mistake.where());
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.sentence()).contains(mistake.sentence()).endsWith(".");
        });
    assertThat(read.problems())
        .describedAs("what follows from a mistake is not said as if it were five more")
        .hasSizeLessThanOrEqualTo(2);
  }

  static Stream<Mistake> inYaml() {
    return Stream.of(
        in(WORKFLOW, "steps: [scoping, release]", "steps: [scoping", "gates:", "This is not YAML"),
        in(SCOPING, "title: Scoping", "title: a: b", "title: a: b", "This is not YAML"),
        in(WORKFLOW, "title: Two", "titel: x\ntitle: Two", "titel", "no key \"titel\""),
        in(WORKFLOW, "title: Two", "title: x\ntitle: Two", "title: Two", "a second time"),
        in(WORKFLOW, "title: Two steps", "title: !!int 5", "!!int", "Tags"),
        in(WORKFLOW, "title: Two steps", "title: &t Two", "&t", "Anchors (&t)"),
        in(WORKFLOW, "title: Two steps", "? [a]\n: b\ntitle: x", "? [a]", "A key is a word"),
        in(WORKFLOW, "title: Two steps", "title: [Two]", "title: [Two]", "takes words, not a list"),
        in(WORKFLOW, "title: Two steps\n", "title:\n", "title:", "takes words, not nothing"));
  }

  static Stream<Mistake> inWorkflow() {
    return Stream.of(
        in(WORKFLOW, "title: Two steps\n", "", "id: two-steps", "\"title\" is missing"),
        in(WORKFLOW, "id: two-steps", "id: three", "id: three", "by the folder's name"),
        in(WORKFLOW, "version: 1.0.0", "version: 1.0.1", "version: 1.0.1", "by the folder's name"),
        in(
            WORKFLOW,
            "- {number: 1, title: Release}",
            "- {number: 1, title: Release}\n  - {number: 1, title: Again}",
            "Again",
            "There is a phase 1 already"),
        in(
            WORKFLOW,
            "[scoping, release]",
            "[scoping, release, flying]",
            "flying",
            "No file in steps/ has the id \"flying\""),
        in(WORKFLOW, "[scoping, release]", "[scoping, release, scoping]", "steps:", "listed twice"),
        in(WORKFLOW, "[scoping, release]", "[scoping]", RELEASE, "id: release", "is not listed"),
        in(WORKFLOW, "approver]", "pope]", "pope", "no role \"pope\""),
        in(WORKFLOW, "roles: [owner, approver]", "roles: []", "roles", "nobody may sign"),
        in(WORKFLOW, "approvals: 1", "approvals: 0", "approvals", "a whole number from 1"),
        in(WORKFLOW, "initiator_counts: true", "initiator_counts: yes", "yes", "true or false"),
        in(WORKFLOW, "id: way-back", "id: goal-agreed", "way back", "on this checklist already"),
        in(
            WORKFLOW,
            "gates:\n",
            """
            gates:
              other:
                title: x
                policy: {roles: [owner]}
                items: [{id: a, group: b, text: c}]
            """,
            "other:",
            "No step has the gate \"other\""));
  }

  static Stream<Mistake> inSteps() {
    return Stream.of(
        in(RELEASE, "---\nid", "id", "id: release", "begins with a line of ---"),
        in(RELEASE, "\n---\n", "\n", "---", "a second line of --- is missing"),
        in(RELEASE, "Nothing is asked here; the gate is.", "", "id: release", "There is no brief"),
        in(RELEASE, "phase: 1", "phase: 7", "phase: 7", "There is no phase 7"),
        in(RELEASE, "phase: 1", "phase: one", "phase: one", "takes a number, not \"one\""),
        in(RELEASE, "gate: ready-to-build", "gate: no", "gate: no", "There is no gate \"no\""),
        in(RELEASE, "continue]", "fly]", "fly", "No menu offers \"fly\""),
        in(SCOPING, "decisions, continue]", "decisions]", "menu:", "Nothing on this menu leads on"),
        in(SCOPING, "[progress, decisions", "[gate, decisions", "menu:", "this step has none"),
        in(SCOPING, "menu: [progress", "menu: [decisions", "menu:", "on this menu already"),
        in(RELEASE, "menu:", "skip_reason: x\nmenu:", "skip_reason", "without \"skip_when\""),
        in(
            RELEASE,
            "id: release",
            "id: scoping",
            SCOPING,
            "id: scoping",
            "There is a step \"scoping\" already"),
        in(
            SCOPING,
            "writes:\n",
            "writes:\n  - {template: nothing.md, to: x.md}\n",
            "nothing.md",
            "There is no file templates/two-steps/1.0.0/nothing.md"),
        in(
            SCOPING,
            "writes:\n",
            "writes:\n  - {template: ../1.0.0/architecture-decision.md, to: x.md}\n",
            "../1.0.0",
            "no path inside the pack's templates"),
        in(SCOPING, "to: phase-0", "to: ../phase-0", "to: ../", "no path inside the project's"),
        in(SCOPING, "to: phase-0", "to: .git/phase-0", "to: .git", "no path inside the project's"),
        in(SCOPING, "to: phase-0", "to: /phase-0", "to: /", "no path inside the project's"),
        in(SCOPING, "architecture-decision.md}", "x.exe}", "x.exe", "neither Markdown"),
        in(SCOPING, "decision.md}", "decision.md, blank: true}", "blank: true", "Only YAML is"),
        in(SCOPING, "decision.md}", "decision.yaml, lines: 60}", "lines: 60", "bounds Markdown"),
        in(SCOPING, "decision.md}", "decision.md, lines: 9}", "lines: 9", "from 50 to 100,000"),
        in(
            SCOPING,
            "to: phase-0-scoping/architecture-decision.md",
            "to: sidecar.yaml",
            "to: sidecar.yaml",
            "written without a template"),
        in(
            SCOPING,
            "menu:",
            "  - {to: phase-0-scoping/architecture-decision.md,"
                + " template: architecture-decision.md}\nmenu:",
            "- {to:",
            "twice"));
  }

  static Stream<Mistake> inAsks() {
    return Stream.of(
        in(SCOPING, "  - id: goal\n    type", "  - type", "- type: text", "\"id\" is missing"),
        in(SCOPING, "- id: goal", "- id: my goal", "- id: my goal", "is no id"),
        in(SCOPING, "- id: goal", "- id: project", "- id: project", "No ask can be called"),
        in(SCOPING, "type: number", "type: integer", "type: integer", "no type \"integer\""),
        in(SCOPING, "unit: examples", "options: {a: A, b: B}", "options: {a", "has no \"options\""),
        in(SCOPING, "min: 0", "min: none", "min: none", "takes a number"),
        in(SCOPING, "min: 0", "min: 5\n    max: 4", "max: 4", "\"max\" is below \"min\""),
        in(SCOPING, "required: false", "required: maybe", "required: maybe", "true or false"),
        in(SCOPING, "required: false", "from: deep", "from: deep", "quick, standard, thorough"),
        in(SCOPING, "    number: arch-001\n", "", "id: architecture", "needs a \"number\""),
        in(
            SCOPING,
            "type: text",
            "type: table\n    columns: []",
            "columns: []",
            "at least one column"),
        in(SCOPING, "type: text", "type: choice\n    options: {a: A}", "{a: A}", "two options"),
        in(SCOPING, "type: text", "type: choice", "- id: goal", "needs \"options\""),
        in(
            SCOPING,
            "type: text",
            "type: choice\n    options: [a, b]",
            "[a, b]",
            "a map of keys and labels"),
        in(SCOPING, "value: rag-only", "value: rag", "value: rag", "none of the options"),
        in(
            SCOPING,
            "unit: examples",
            "recommend:\n      - {when: {goal: {is: x}}, value: many, reason: y}",
            "value: many",
            "takes a number, not \"many\""),
        in(
            SCOPING,
            "unit: examples",
            "recommend:\n      - {when: {goal: {is: x}}, value: -5, reason: y}",
            "value: -5",
            "outside \"min\" and \"max\""));
  }

  static Stream<Mistake> amongAsks() {
    String more = "asks:\n";
    for (int i = 0; i < 5; i++) {
      more += "  - {id: more_%d, type: text, ask: More?}\n".formatted(i);
    }
    return Stream.of(
        in(SCOPING, "asks:\n", more, "id: architecture", "7 answers at standard depth at most"),
        in(
            SCOPING,
            "- id: goal\n    type: text",
            "- {id: use_case, type: text, ask: x}\n  - id: goal\n    type: text",
            "- id: use_case",
            "There is an ask \"use_case\" already"),
        in(SCOPING, "rests_on: [use_case", "rests_on: [age", "rests_on: [age", "no ask \"age\""),
        in(
            SCOPING,
            "when: {use_case: {is: know",
            "when: {age: {is: know",
            "{age",
            "no ask \"age\""),
        in(SCOPING, "{is: knowledge-qa}", "{is: knowing}", "knowing", "has no option \"knowing\""),
        in(SCOPING, "{at_least: 10000}", "{is: 10k}", "10k", "write it plainly"),
        in(
            SCOPING,
            "{use_case: {is: class",
            "{use_case: {at_least: 3, is: class",
            "at_least: 3",
            "looks at numbers"),
        in(
            SCOPING,
            "when: {use_case: {is: knowledge-qa}}",
            "when: rag",
            "when: rag",
            "A condition is a map"),
        in(
            SCOPING,
            "{is: knowledge-qa}",
            "{equals: x, is: knowledge-qa}",
            "equals",
            "no key \"equals\""),
        in(SCOPING, "{is: knowledge-qa}", "{}", "when: {use_case: {}}", "What must hold"),
        in(
            SCOPING,
            "rests_on: [use_case, example_count]",
            "rests_on: [use_case, architecture]",
            "- id: architecture",
            "rests on itself"),
        in(
            RELEASE,
            "menu:",
            "skip_when: {architecture: {is: rag}}\nskip_reason: x\nmenu:",
            "skip_when",
            "has no option \"rag\""),
        in(
            SCOPING,
            "menu:",
            "skip_when: {architecture: {is: rag-only}}\nskip_reason: x\nmenu:",
            "skip_when",
            "is asked too late for this"),
        in(
            RELEASE,
            "menu:",
            "skip_when: {architecture: {is: rag-only}}\nmenu:",
            "id: release",
            "\"skip_reason\" is missing"));
  }

  static Stream<Mistake> inTemplates() {
    return Stream.of(
        in(TEMPLATE, "{{goal}}", "{{gaol}}", "{{gaol}}", "nothing called \"gaol\""),
        in(TEMPLATE, "{{use_case.label}}", "{{use_case.lable}}", "lable", "\"use_case.lable\""),
        in(TEMPLATE, "{{goal}}", "{{architecture.alternatives}}", "alternatives", "is a list"),
        in(TEMPLATE, "{{goal}}", "{{project}}", "{{project}}", "has parts"),
        in(TEMPLATE, "{{goal}}", "{{gate.self_approved}}", "self_approved", "opens a section"),
        in(TEMPLATE, "{{goal}}", "{{>goal}}", "{{>goal}}", "and nothing else"),
        in(TEMPLATE, "{{goal}}", "{{=<% %>=}}", "{{=", "and nothing else"),
        in(TEMPLATE, "{{goal}}", "{{#goal}}", "{{#goal}}", "This is no template"),
        in(
            TEMPLATE,
            "{{goal}}",
            "{{#architecture.alternatives}}{{rationale}}{{/architecture.alternatives}}",
            "{{rationale}}",
            "nothing called \"rationale\""));
  }

  @Test
  void aMenuOffersToAnalyseOnlyWhereThereAreMethods() throws IOException {
    PackOnDisk pack = PackOnDisk.grown(root);
    pack.delete(METHODS);

    assertThat(pack.read().problems())
        .containsExactly(
            new Problem(
                SCOPING,
                pack.lineOf(SCOPING, "menu:"),
                "The menu offers to analyse, and there are no methods in methods.yaml."));
  }

  @Test
  void allMistakesAreSaidInOneGo() throws IOException {
    PackOnDisk pack = new PackOnDisk(root);
    pack.replace(WORKFLOW, "title: Two steps", "titel: Two steps");
    pack.replace(SCOPING, "rests_on: [use_case", "rests_on: [age");
    pack.replace(RELEASE, "phase: 1", "phase: 7");
    pack.replace(TEMPLATE, "{{goal}}", "{{gaol}}");

    assertThat(pack.read().problems())
        .extracting(Problem::file)
        .containsExactly(RELEASE, SCOPING, WORKFLOW, WORKFLOW, TEMPLATE);
  }
}
