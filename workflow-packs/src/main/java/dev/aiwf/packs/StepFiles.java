package dev.aiwf.packs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of {@code steps/}.
 *
 * @param inOrder the steps that could be read, as the workflow lists them
 * @param resume the step that a stopped project meets when it is taken up again, if there is one
 * @param complete whether that is all of them, so that what is missing here is missing
 */
record StepFiles(List<StepFile> inOrder, @Nullable StepFile resume, boolean complete) {

  static StepFiles read(
      PackFolder folder, Optional<WorkflowFile> workflow, Collection<Problem> problems) {
    Map<String, StepFile> byId = new LinkedHashMap<>();
    boolean complete = true;
    for (MarkdownFile file : MarkdownFile.in(folder, "steps", "A step", problems)) {
      Optional<StepFile> read = file.text().flatMap(text -> StepFile.read(file.source(), text));
      complete &= read.isPresent();
      read.filter(step -> !step.id().text().isEmpty()).ifPresent(step -> add(step, byId));
    }
    return workflow.isPresent()
        ? inOrder(workflow.get(), byId, complete)
        : new StepFiles(List.copyOf(byId.values()), null, complete);
  }

  /** The steps and the one that stands beside them. */
  Stream<StepFile> all() {
    return Stream.concat(inOrder.stream(), Stream.ofNullable(resume));
  }

  private static void add(StepFile step, Map<String, StepFile> byId) {
    StepFile first = byId.putIfAbsent(step.id().text(), step);
    if (first != null) {
      step.source()
          .problem(
              step.id().line(),
              "There is a step \"%s\" already, in %s."
                  .formatted(step.id().text(), first.source().name()));
    }
  }

  private static StepFiles inOrder(
      WorkflowFile workflow, Map<String, StepFile> byId, boolean complete) {
    List<StepFile> ordered = new ArrayList<>();
    Map<String, StepFile> left = new LinkedHashMap<>(byId);
    for (Tree.Scalar listed : workflow.steps()) {
      StepFile step = left.remove(listed.text());
      if (step != null) {
        ordered.add(step);
      } else if (complete) {
        noSuchStep(workflow, listed.line(), listed.text());
      }
    }
    StepFile resume = resume(workflow, byId, left, complete);
    for (StepFile unlisted : left.values()) {
      unlisted
          .source()
          .problem(
              unlisted.id().line(),
              "The step \"%s\" is not listed in %s."
                  .formatted(unlisted.id().text(), WorkflowFile.NAME));
      ordered.add(unlisted);
    }
    return new StepFiles(ordered, resume, complete);
  }

  private static @Nullable StepFile resume(
      WorkflowFile workflow,
      Map<String, StepFile> byId,
      Map<String, StepFile> left,
      boolean complete) {
    Named named = workflow.resume();
    if (named == null) {
      return null;
    }
    StepFile step = left.remove(named.text());
    if (step == null && byId.containsKey(named.text())) {
      workflow
          .source()
          .problem(
              named.line(),
              "\"%s\" stands in \"steps\" as well; what a project is taken up again with does not."
                  .formatted(named.text()));
    } else if (step == null && complete && !named.text().isEmpty()) {
      noSuchStep(workflow, named.line(), named.text());
    }
    return step;
  }

  private static void noSuchStep(WorkflowFile workflow, int line, String id) {
    workflow.source().problem(line, "No file in steps/ has the id \"%s\".".formatted(id));
  }
}
