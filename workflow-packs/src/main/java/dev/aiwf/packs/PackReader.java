package dev.aiwf.packs;

import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.MenuChoice;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Vocabulary;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one pack: every file by itself, then one against the other. */
final class PackReader {

  private final PackFolder folder;
  private final Set<Problem> problems = new TreeSet<>();

  PackReader(PackFolder folder) {
    this.folder = folder;
  }

  Set<Problem> problems() {
    return problems;
  }

  /** The workflow; none if anything is wrong with the pack. */
  Optional<Workflow> read() {
    Source source = new Source(folder.prompt(WorkflowFile.NAME), problems);
    Optional<WorkflowFile> file =
        TextFile.read(source, folder.prompts().resolve(WorkflowFile.NAME))
            .flatMap(text -> TreeReader.read(source, text))
            .flatMap(tree -> WorkflowFile.read(source, folder, tree));
    StepFiles files = StepFiles.read(folder, file, problems);
    List<StepFile> steps = files.inOrder();
    AskCheck.check(steps);
    Circles.check(steps);
    if (!files.complete() || steps.isEmpty() || file.isEmpty()) {
      // What is not known here may stand in a file that could not be read.
      return Optional.empty();
    }
    MentionCheck.check(steps);
    checkGates(file.get(), steps);
    return Optional.of(assemble(file.get(), steps)).filter(_ -> problems.isEmpty());
  }

  private Workflow assemble(WorkflowFile workflow, List<StepFile> steps) {
    Vocabulary vocabulary =
        new Vocabulary(
            steps.stream()
                .flatMap(step -> step.asks().stream())
                .map(AskReader.Found::ask)
                .toList());
    WriteReader writes = new WriteReader(folder, vocabulary, problems);
    List<Step> read = new ArrayList<>();
    for (StepFile step : steps) {
      checkPhase(workflow, step);
      read.add(step(step, gate(workflow, step), writes));
    }
    return new Workflow(
        new WorkflowRef(
            folder.id(), folder.version(), PackHash.of(folder, workflow.source()).orElse("")),
        workflow.title(),
        workflow.phases(),
        read);
  }

  private static Step step(StepFile step, @Nullable Gate gate, WriteReader writes) {
    return new Step(
        step.id().text(),
        step.phase(),
        step.title(),
        step.opening(),
        step.asks().stream().map(AskReader.Found::ask).toList(),
        writes.read(step),
        step.menu(),
        gate,
        step.skip(),
        step.brief());
  }

  private static void checkPhase(WorkflowFile workflow, StepFile step) {
    Set<Integer> known =
        workflow.phases().stream()
            .map(Phase::number)
            .collect(Collectors.toCollection(TreeSet::new));
    if (step.phase() >= 0 && !known.contains(step.phase())) {
      step.source()
          .problem(
              step.phaseLine(),
              "There is no phase %d; %s has: %s."
                  .formatted(
                      step.phase(),
                      WorkflowFile.NAME,
                      known.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
  }

  private static @Nullable Gate gate(WorkflowFile workflow, StepFile step) {
    StepFile.Named name = step.gate();
    if (name == null || name.text().isEmpty()) {
      return null;
    }
    WorkflowFile.Lined gate = workflow.gates().get(name.text());
    if (gate == null) {
      step.source()
          .problem(
              name.line(),
              "There is no gate \"%s\" in %s.".formatted(name.text(), WorkflowFile.NAME));
      return null;
    }
    return gate.gate();
  }

  private static void checkGates(WorkflowFile workflow, List<StepFile> steps) {
    Set<String> used = new HashSet<>();
    for (StepFile step : steps) {
      StepFile.Named gate = step.gate();
      if (gate != null) {
        used.add(gate.text());
      } else if (step.menu().contains(MenuChoice.GATE)) {
        step.source().problem(step.menuLine(), "The menu shows a gate, and this step has none.");
      }
    }
    workflow
        .gates()
        .forEach((id, gate) -> {
          if (!used.contains(id)) {
            workflow.source().problem(gate.line(), "No step has the gate \"%s\".".formatted(id));
          }
        });
  }
}
