package dev.aiwf.packs;

import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Phase;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Vocabulary;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
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
    AgentFiles agents = AgentFiles.read(folder, problems);
    MethodsFile methods = MethodsFile.read(folder, problems);
    List<StepFile> steps = files.inOrder();
    if (!SizeCheck.fits(steps)) {
      return Optional.empty();
    }
    IdCheck.check(steps);
    AskCheck.check(steps);
    Circles.check(steps);
    if (!files.complete() || steps.isEmpty() || file.isEmpty()) {
      // What is not known here may stand in a file that could not be read.
      return Optional.empty();
    }
    SizeCheck.checkQuick(steps);
    checkMentions(files, methods);
    WayCheck.check(files, methods.methods());
    agents.check(files.all().toList());
    checkGates(file.get(), steps);
    return Optional.of(assemble(file.get(), files, agents, methods))
        .filter(_ -> problems.isEmpty());
  }

  private static void checkMentions(StepFiles files, MethodsFile methods) {
    List<StepFile> steps = files.inOrder();
    Register register = new Register(steps);
    MentionCheck mentions = new MentionCheck(register);
    for (int i = 0; i < steps.size(); i++) {
      mentions.check(i, steps.get(i).mentions());
    }
    // A project may have come to any step when it is taken up again, and when it looks at a method.
    int last = steps.size() - 1;
    if (files.resume() != null) {
      mentions.check(last, files.resume().mentions());
    }
    mentions.check(last, methods.mentions());
    GroundsCheck.check(steps, register);
  }

  private Workflow assemble(
      WorkflowFile workflow, StepFiles files, AgentFiles agents, MethodsFile methods) {
    List<StepFile> steps = files.inOrder();
    Vocabulary vocabulary =
        new Vocabulary(
            steps.stream().flatMap(step -> step.asks().stream()).map(AskReader.Found::ask).toList(),
            steps.stream()
                .flatMap(step -> step.figures().stream())
                .map(FigureReader.Found::figure)
                .toList(),
            steps.stream()
                .flatMap(step -> step.sections().stream())
                .map(SectionReader.Found::section)
                .toList());
    WriteReader writes = new WriteReader(folder, vocabulary, problems);
    files.all().forEach(step -> checkPhase(workflow, step));
    StepFile resume = files.resume();
    return new Workflow(
        new WorkflowRef(
            folder.id(), folder.version(), PackHash.of(folder, workflow.source()).orElse("")),
        workflow.title(),
        workflow.phases(),
        steps.stream().map(step -> step(step, gate(workflow, step), writes)).toList(),
        agents.agents(),
        methods.methods(),
        resume == null ? null : step(resume, null, writes));
  }

  private static Step step(StepFile step, @Nullable Gate gate, WriteReader writes) {
    Skipping skip = step.skip();
    Named agent = step.agent();
    return new Step(
        step.id().text(),
        step.phase(),
        step.title(),
        step.opening(),
        step.asks().stream().map(AskReader.Found::ask).toList(),
        writes.read(step.source(), step.writes()),
        step.menu(),
        gate,
        skip == null
            ? null
            : new Step.Skip(skip.when(), skip.reason(), writes.read(step.source(), skip.writes())),
        step.brief(),
        agent == null ? null : agent.text(),
        step.consults(),
        step.figures().stream().map(FigureReader.Found::figure).toList(),
        step.warnings().stream().map(WarningReader.Found::warning).toList(),
        step.sections().stream().map(SectionReader.Found::section).toList(),
        step.locked());
  }

  private static void checkPhase(WorkflowFile workflow, StepFile step) {
    Set<Integer> known =
        workflow.phases().stream()
            .map(Phase::number)
            .collect(Collectors.toCollection(TreeSet::new));
    if (step.phase() >= 0 && !known.contains(step.phase())) {
      step.source()
          .problem(
              step.fields().line("phase"),
              "There is no phase %d; %s has: %s."
                  .formatted(
                      step.phase(),
                      WorkflowFile.NAME,
                      known.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
  }

  private static @Nullable Gate gate(WorkflowFile workflow, StepFile step) {
    Named name = step.gate();
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
      Named gate = step.gate();
      if (gate != null) {
        used.add(gate.text());
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
