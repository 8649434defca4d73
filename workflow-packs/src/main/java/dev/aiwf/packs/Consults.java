package dev.aiwf.packs;

import dev.aiwf.core.workflow.Consult;
import java.util.List;
import java.util.Optional;

/** Reads the queries that a step makes of the knowledge base. */
final class Consults {

  private static final List<String> TOOLS =
      List.of(
          "search_knowledge", "get_decisions", "get_patterns", "get_warnings", "get_methodologies");

  private Consults() {}

  static List<Consult> read(Source source, Fields step, List<Mention> mentions) {
    ConditionReader conditions =
        new ConditionReader(source, new Mention.Reach.UpToStep(), mentions);
    return step.list("consults").stream()
        .flatMap(one -> read(source, one, conditions).stream())
        .toList();
  }

  private static Optional<Consult> read(Source source, Tree tree, ConditionReader conditions) {
    return Fields.of(source, tree, "a consult", Keys.CONSULT)
        .map(fields -> {
          String tool = fields.text("tool");
          if (!tool.isEmpty() && !TOOLS.contains(tool)) {
            source.problem(
                fields.line("tool"),
                "There is no tool \"%s\"; there are: %s."
                    .formatted(tool, String.join(", ", TOOLS)));
          }
          return new Consult(
              tool, fields.text("topic"), fields.tree("when").map(conditions::read).orElse(null));
        });
  }
}
