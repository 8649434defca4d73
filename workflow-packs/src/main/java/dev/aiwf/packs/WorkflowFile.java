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

/**
 * What {@code workflow.yaml} says.
 *
 * @param source the file itself
 * @param title what people call the workflow
 * @param phases its phases
 * @param steps the steps it lists, in order
 * @param gates its gates, each with the line it begins on
 */
record WorkflowFile(
    Source source,
    String title,
    List<Phase> phases,
    List<Tree.Scalar> steps,
    Map<String, Lined> gates) {

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
              gates(source, fields));
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
            phases.add(new Phase(number, fields.text("title")));
          });
    }
    return phases;
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
    workflow
        .tree("gates")
        .ifPresent(tree -> {
          if (tree instanceof Tree.Mapping(_, var entries)) {
            for (Tree.Entry entry : entries) {
              Names.checkId(source, entry.line(), entry.key());
              GateReader.read(source, entry.value())
                  .ifPresent(gate -> gates.put(entry.key(), new Lined(entry.line(), gate)));
            }
          } else {
            source.problem(
                workflow.line("gates"),
                "\"gates\" takes a map of ids and gates, not %s.".formatted(tree.kind()));
          }
        });
    return gates;
  }
}
