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
      if (sidecar.way().completed().contains(step.id())) {
        Shown state = new State(workflow, sidecar, step).shown();
        // Where two steps write one file, the later one knows more.
        step.writes().forEach(write -> files.put(write.to(), text(write, state)));
      }
    }
    return files.entrySet().stream().map(file -> new File(file.getKey(), file.getValue())).toList();
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
