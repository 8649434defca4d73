package dev.aiwf.packs;

import dev.aiwf.core.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads packs from the folders that hold them. A root holds {@code prompts/<workflow>/<version>/}
 * and {@code templates/<workflow>/<version>/}.
 */
public final class Packs {

  private static final Comparator<Workflow> ORDER =
      Comparator.comparing((Workflow workflow) -> workflow.ref().id())
          .thenComparing(
              workflow -> Semver.of(workflow.ref().version()).orElseThrow(),
              Comparator.reverseOrder());

  private Packs() {}

  /** All packs under these roots. One with a problem is not offered; the others are. */
  public static PacksRead read(List<Path> roots) {
    Map<String, Workflow> workflows = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Path root : roots) {
      for (PackFolder folder : folders(root, problems)) {
        PackReader reader = new PackReader(folder);
        Optional<Workflow> workflow = reader.read();
        problems.addAll(reader.problems());
        String name = folder.id() + " " + folder.version();
        if (workflow.isPresent() && workflows.putIfAbsent(name, workflow.get()) != null) {
          problems.add(
              new Problem(
                  folder.prompt(WorkflowFile.NAME),
                  1,
                  "%s was found under an earlier root; this one is left out.".formatted(name)));
        }
      }
    }
    return new PacksRead(
        workflows.values().stream().sorted(ORDER).toList(), problems.stream().sorted().toList());
  }

  private static List<PackFolder> folders(Path root, List<Problem> problems) {
    try {
      return PackFolder.under(root, problems);
    } catch (IOException e) {
      problems.add(
          new Problem("prompts", 1, "This can't be read: " + e.getClass().getSimpleName() + "."));
      return List.of();
    }
  }
}
