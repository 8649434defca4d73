package dev.aiwf.web.api;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import dev.aiwf.web.access.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a project is to be started with. */
final class Starts {

  private static final Map<String, Depth> DEPTHS =
      Arrays.stream(Depth.values())
          .collect(Collectors.toMap(Depth::key, d -> d, (a, _) -> a, LinkedHashMap::new));

  private static final Set<String> FIELDS =
      Set.of("name", "workflow", "repository", "brief", "depth");

  private Starts() {}

  /** Which project, and how it is to begin. */
  static Wanted read(Fields fields, List<Workflow> offered) {
    fields.only(FIELDS);
    String name = fields.text("name");
    ProjectId project =
        ProjectId.of(Clean.line(name))
            .orElseThrow(() ->
                fields.problem(
                    "name", "A name needs a letter or a digit, and 60 characters at most."));
    String repository = fields.textOrNone("repository");
    return new Wanted(
        project,
        new Action.Start(
            name,
            workflow(fields.textOrNone("workflow"), offered),
            repository == null || repository.isBlank() ? null : repository.strip(),
            fields.textOrNone("brief"),
            fields.has("depth") ? fields.oneOf("depth", DEPTHS) : Depth.STANDARD));
  }

  private static WorkflowRef workflow(@Nullable String wanted, List<Workflow> offered) {
    if (offered.isEmpty()) {
      throw Problem.of(
          Problem.Code.REFUSED, "No workflow is installed here, so nothing can be started.");
    }
    if (wanted == null) {
      return offered.getFirst().ref();
    }
    return offered.stream()
        .map(Workflow::ref)
        .filter(ref -> wanted.equals(ref.id()) || wanted.equals(ref.id() + "@" + ref.version()))
        .findFirst()
        .orElseThrow(() ->
            Problem.invalid(
                "workflow",
                "There is no workflow \"%s\". There is: %s."
                    .formatted(Clean.excerpt(wanted), named(offered))));
  }

  private static String named(List<Workflow> offered) {
    return offered.stream()
        .map(workflow -> workflow.ref().id() + "@" + workflow.ref().version())
        .collect(Collectors.joining(", "));
  }

  record Wanted(ProjectId project, Action.Start start) {}
}
