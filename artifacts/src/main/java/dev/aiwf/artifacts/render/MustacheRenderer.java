package dev.aiwf.artifacts.render;

import com.samskivert.mustache.Mustache;
import dev.aiwf.core.port.Renderer;
import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders the sidecar, and the templates of completed steps with the words of the state. */
public final class MustacheRenderer implements Renderer {

  /** A renderer. */
  public MustacheRenderer() {}

  @Override
  public List<File> render(Workflow workflow, Sidecar sidecar) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(SidecarFile.NAME, SidecarFile.of(workflow, sidecar));
    for (Step step : workflow.steps()) {
      List<Write> writes = writes(sidecar, step);
      if (!writes.isEmpty()) {
        State state = new State(workflow, sidecar, step);
        Shown shown = state.shown();
        // Where two steps write one file, the later one knows more.
        writes.stream()
            .filter(write -> write.at(sidecar.depth()) && state.known().holds(write.when()))
            .forEach(write -> files.put(write.to(), text(write, shown)));
      }
    }
    return files.entrySet().stream().map(file -> new File(file.getKey(), file.getValue())).toList();
  }

  /** A completed step's files, or those that stand in the place of one that was passed by. */
  private static List<Write> writes(Sidecar sidecar, Step step) {
    if (sidecar.way().completed().contains(step.id())) {
      return step.writes();
    }
    Step.Skip skip = step.skipWhen();
    return skip != null && sidecar.way().skipped().containsKey(step.id())
        ? skip.writes()
        : List.of();
  }

  private static String text(Write write, Shown state) {
    Script script = Script.of(write.to());
    String text =
        Mustache.compiler()
            .withCollector(new ShownCollector())
            .withFormatter(value -> ShownCollector.text(script, value))
            // Values are escaped as they are formatted, so that {{{ }}} lets nothing past.
            .escapeHTML(false)
            .emptyStringIsFalse(true)
            .compile(write.text())
            .execute(state);
    return script.finished(text);
  }
}
