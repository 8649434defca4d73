package dev.aiwf.packs;

import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code workflow.yaml} says.
 *
 * @param source the file itself
 * @param title what people call the workflow
 * @param phases its phases
 * @param steps the steps it lists, in order
 * @param gates its gates, each with the line it begins on
 * @param resume the step that a stopped project meets when it is taken up again, if there is one
 */
record WorkflowFile(
    Source source,
    String title,
    List<Phase> phases,
    List<Tree.Scalar> steps,
    Map<String, Lined> gates,
    @Nullable Named resume) {

  static final String NAME = "workflow.yaml";

  record Lined(int line, Gate gate) {}

  static Optional<WorkflowFile> read(Source source, PackFolder folder, Tree tree) {
    return Fields.of(source, tree, "a workflow", Keys.WORKFLOW)
        .map(fields -> {
          same(source, fields, "id", folder.id());
          same(source, fields, "version", folder.version());
          return new WorkflowFile(
              source,
              fields.text("title"),
              phases(source, fields),
              steps(source, fields),
              gates(source, fields),
              Named.ifGiven(fields, "resume"));
        });
  }

  private static void same(Source source, Fields fields, String key, String folder) {
    String text = fields.text(key);
    if (!text.isEmpty() && !text.equals(folder)) {
      source.problem(
          fields.line(key),
          "The %s is \"%s\" here, and \"%s\" by the folder's name.".formatted(key, text, folder));
    }
  }

  private static List<Phase> phases(Source source, Fields workflow) {
    List<Phase> phases = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    if (workflow.required("phases").isEmpty()) {
      return phases;
    }
    for (Tree tree : workflow.list("phases")) {
      Fields.of(source, tree, "a phase", Keys.PHASE)
          .ifPresent(fields -> {
            fields.required("number");
            int number = fields.count("number", 0, -1);
            if (number >= 0 && !seen.add(number)) {
              source.problem(
                  fields.line("number"), "There is a phase %d already.".formatted(number));
            }
            phases.add(
                new Phase(
                    number, fields.text("title"), lines(fields, "entry"), lines(fields, "exit")));
          });
    }
    return phases;
  }

  private static List<String> lines(Fields fields, String key) {
    return fields.words(key).stream().map(Tree.Scalar::text).toList();
  }

  private static List<Tree.Scalar> steps(Source source, Fields workflow) {
    List<Tree.Scalar> steps = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    if (workflow.required("steps").isEmpty()) {
      return steps;
    }
    for (Tree.Scalar step : workflow.words("steps")) {
      if (seen.add(step.text())) {
        steps.add(step);
      } else {
        source.problem(step.line(), "The step \"%s\" is listed twice.".formatted(step.text()));
      }
    }
    if (steps.isEmpty()) {
      source.problem(workflow.line("steps"), "A workflow needs a step.");
    }
    return steps;
  }

  private static Map<String, Lined> gates(Source source, Fields workflow) {
    Map<String, Lined> gates = new LinkedHashMap<>();
    for (Tree.Entry entry : workflow.entries("gates", "ids and gates")) {
      Names.checkId(source, entry.line(), entry.key());
      GateReader.read(source, entry.value())
          .ifPresent(gate -> gates.put(entry.key(), new Lined(entry.line(), gate)));
    }
    return gates;
  }
}
