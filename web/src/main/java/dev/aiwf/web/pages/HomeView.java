package dev.aiwf.web.pages;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first page.
 *
 * @param frame what is around it
 * @param projects all projects
 * @param offered what a project can be started with
 * @param typed what was typed into the form and could not be taken
 * @param errors what is wrong with it, by field
 * @param notice what is wrong with no field in particular
 */
public record HomeView(
    Frame frame,
    List<Projects.Line> projects,
    List<Workflow> offered,
    Typed typed,
    Map<String, String> errors,
    @Nullable String notice) {

  /** How far a project can go into things. */
  public List<Depth> depths() {
    return List.of(Depth.values());
  }
}
