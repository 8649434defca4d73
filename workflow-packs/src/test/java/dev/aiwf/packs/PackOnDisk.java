package dev.aiwf.packs;

import dev.aiwf.testkit.TwoSteps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the two-step pack that a test may spoil. */
final class PackOnDisk {

  static final String WORKFLOW = "prompts/two-steps/1.0.0/workflow.yaml";
  static final String SCOPING = "prompts/two-steps/1.0.0/steps/scoping.md";
  static final String RELEASE = "prompts/two-steps/1.0.0/steps/release.md";
  static final String INIT = "prompts/two-steps/1.0.0/steps/init.md";
  static final String BACK = "prompts/two-steps/1.0.0/steps/back.md";
  static final String AGENT = "prompts/two-steps/1.0.0/agents/architect.md";
  static final String METHODS = "prompts/two-steps/1.0.0/methods.yaml";
  static final String TEMPLATE = "templates/two-steps/1.0.0/architecture-decision.md";

  private final Path root;

  PackOnDisk(Path root) throws IOException {
    this.root = root;
    Path from = TwoSteps.folder();
    for (String part : List.of("prompts", "templates")) {
      try (Stream<Path> files = Files.walk(from.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          write(from.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
  }

  /** A pack that has all that the two steps do without. */
  static PackOnDisk grown(Path root) throws IOException {
    PackOnDisk pack = new PackOnDisk(root);
    pack.replace(
        WORKFLOW,
        "  - {number: 0, title: Scoping}\n",
        """
          - number: 0
            title: Scoping
            entry: [Somebody wants it]
            exit: [The goal is agreed, "It is known how: looked up or learned"]
        """);
    pack.replace(WORKFLOW, "steps: [scoping", "resume: back\nsteps: [init, scoping");
    pack.replace(WORKFLOW, "roles: [", "remind_after: [30m, 24h, 3d], roles: [");
    pack.write(
        INIT,
        """
        ---
        id: init
        phase: 0
        title: Beginning
        opening: Here is the folder.
        consults:
          - {tool: search_knowledge, topic: how projects begin}
        ---
        Nothing is asked.
        """);
    pack.write(
        BACK,
        """
        ---
        id: back
        phase: 0
        title: Back again
        opening: This is where it stopped.
        menu: [review, decisions, continue]
        ---
        Say what was decided before it stopped.
        """);
    pack.write(
        AGENT,
        """
        ---
        id: architect
        title: Architect
        ---
        Draws before talking.
        """);
    pack.write(
        METHODS,
        """
        - id: premortem
          title: Premortem
          what: Looks back from a failure that has not happened yet.
          questions: [It failed. What was it?, Who knew?]
          fits: [architecture]
        - {id: five-whys, title: Five whys, what: Asks for the reason behind it., questions: [Why?]}
        """);
    pack.replace(
        SCOPING,
        "  - id: architecture\n",
        """
          - id: model
            type: choice
            ask: Which model?
            when: {use_case: {in: [knowledge-qa, assistant]}}
            options:
              small: {label: Small, amount: 0.5}
              large: {label: Large, amount: 4}
            points:
              - {when: {example_count: {at_least: 500}}, for: large, because: "{example_count}"}
          - id: budget
            type: number
            ask: How much may it cost?
            required: false
            recommend:
              - {when: {goal: {is: x}}, figure: monthly_cost, reason: "it costs {monthly_cost}"}
          - id: architecture
        """);
    pack.replace(
        SCOPING,
        "    consult: get_decisions:rag-vs-fine-tuning\n",
        """
            consult: get_decisions:rag-vs-fine-tuning
            points:
              - when: {use_case: {is: knowledge-qa}, doubled: {at_least: 10}}
                for: rag-only
                because: "{doubled} examples are few"
                weight: 2
        """);
    pack.replace(
        SCOPING,
        "writes:\n",
        """
        agent: architect
        consults:
          - {tool: get_decisions, topic: rag vs fine-tuning}
        figures:
          - id: monthly_cost
            title: Cost a month
            formula: ceil(doubled * model) + max(10, example_count / 1000)
            unit: euros
            digits: 2
            assume: {example_count: 200}
          - {id: doubled, title: Twice the examples, formula: 2 * example_count}
        warnings:
          - id: too-dear
            kind: contradiction
            when: {monthly_cost: {at_least: 1000}, not: {budget: {at_least: 1000}}}
            title: Dearer than it may be
            text: It costs {monthly_cost}, and {budget} are there.
            change: [model, budget]
            reference: get_warnings:cost
          - {id: few, kind: risk, when: {not: {doubled: {at_least: 9}}}, title: Few, text: So few.}
        sections:
          - {id: context, title: The context, what: "Who it is for, and why now"}
        writes:
        """);
    pack.replace(
        SCOPING,
        "decision.md, to: phase-0-scoping/architecture-decision.md}",
        "decision.md, to: phase-0-scoping/architecture-decision.md,"
            + " from: standard, when: {goal: {is: x}}}");
    pack.replace(SCOPING, "menu: [progress", "menu: [analyse, progress");
    pack.replace(
        RELEASE,
        "menu:",
        """
        skip_when: {architecture: {is: hybrid}}
        skip_reason: nobody waits
        skip_writes:
          - {template: architecture-decision.md, to: skipped.md}
        locked: true
        menu:\
        """);
    return pack;
  }

  Path root() {
    return root;
  }

  void write(String file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String file, byte[] bytes) throws IOException {
    Path to = root.resolve(file);
    Files.createDirectories(to.getParent());
    Files.write(to, bytes);
  }

  void delete(String file) throws IOException {
    Files.delete(root.resolve(file));
  }

  void replace(String file, String from, String to) throws IOException {
    String text = Files.readString(root.resolve(file));
    if (!text.contains(from)) {
      throw new IllegalArgumentException(file + " does not contain " + from);
    }
    write(file, text.replace(from, to));
  }

  /** The line on which this stands first. */
  int lineOf(String file, String words) throws IOException {
    List<String> lines = Files.readAllLines(root.resolve(file));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(words)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(file + " does not contain " + words);
  }

  PacksRead read() {
    return Packs.read(List.of(root));
  }
}
