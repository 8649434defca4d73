package dev.aiwf.artifacts.render;

import com.samskivert.mustache.Mustache;
import dev.aiwf.core.port.Renderer;
import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.port.Repositories.Found;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.Known;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads and renders the sidecar, and renders the templates of completed steps with the words of the
 * state.
 */
public final class MustacheRenderer implements Renderer {

  /** How many of each list a bounded file shows, the first that fits. */
  private static final List<Integer> FEWER = List.of(100, 50, 30, 20, 15, 10, 7, 5, 3, 2, 1);

  /** A renderer. */
  public MustacheRenderer() {}

  @Override
  public List<File> render(Workflow workflow, Sidecar sidecar) {
    Known known = Known.of(workflow, sidecar.answers());
    Map<String, Due> due = new LinkedHashMap<>();
    for (Step step : workflow.steps()) {
      // Where two steps write one file, the later one knows more.
      writes(sidecar, known, step).forEach(write -> due.put(write.to(), new Due(step, write)));
    }
    List<File> files = new ArrayList<>();
    files.add(new File(SidecarFile.NAME, SidecarFile.of(workflow, sidecar)));
    Map<String, Object> project = new ProjectShown(workflow, sidecar, known).parts();
    Map<String, Map<String, Object>> steps = new HashMap<>();
    Shown blank = Blank.of(workflow);
    due.forEach((path, one) -> {
      Map<String, Object> parts =
          steps.computeIfAbsent(
              one.step.id(), _ -> new State(workflow, sidecar, one.step, known, project).parts());
      files.add(new File(path, text(one.write, parts, blank)));
    });
    return files;
  }

  @Override
  public Import read(Workflow workflow, Found found) {
    return SidecarReader.read(workflow, found);
  }

  /** A file that is to be written, and the step it belongs to. */
  private record Due(Step step, Write write) {}

  /** A completed step's files, or those that stand in the place of one that was passed by. */
  static Stream<Write> writes(Sidecar sidecar, Known known, Step step) {
    Step.Skip skip = step.skipWhen();
    List<Write> writes = List.of();
    if (sidecar.way().completed().contains(step.id())) {
      writes = step.writes();
    } else if (skip != null && sidecar.way().skipped().containsKey(step.id())) {
      writes = skip.writes();
    }
    return writes.stream().filter(write -> write.at(sidecar.depth()) && known.holds(write.when()));
  }

  private static String text(Write write, Map<String, Object> parts, Shown blank) {
    Integer lines = write.lines();
    if (lines != null) {
      return bounded(write, lines, parts);
    }
    return text(write, Script.of(write.to()), write.blank() ? blank : State.shown(parts));
  }

  /** As much of each list as there is room for. */
  private static String bounded(Write write, int lines, Map<String, Object> parts) {
    String text = "";
    for (int most : FEWER) {
      text = text(write, new Brief(new Markdown()), State.shown(parts, most));
      if (text.lines().count() <= lines) {
        break;
      }
    }
    return text;
  }

  private static String text(Write write, Script script, Shown shown) {
    String text =
        Mustache.compiler()
            .withCollector(new ShownCollector())
            .withFormatter(value -> ShownCollector.text(script, value))
            // Values are escaped as they are formatted, so that {{{ }}} lets nothing past.
            .escapeHTML(false)
            .emptyStringIsFalse(true)
            .compile(write.text())
            .execute(shown);
    return script.finished(text);
  }
}
