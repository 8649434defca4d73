package dev.aiwf.packs;

import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Depth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that a step brings up to date, as the step says it.
 *
 * @param template by which template
 * @param to where it goes
 * @param from the least depth at which it is written
 * @param when what must hold for it to be written
 * @param blank whether its placeholders stay
 * @param lines how many lines it has at most
 */
record Writing(
    Named template,
    Named to,
    @Nullable Depth from,
    @Nullable Condition when,
    boolean blank,
    @Nullable Integer lines) {

  /** Fewer lines hold no document, however short its lists are. */
  private static final int LEAST_LINES = 50;

  static List<Writing> onCompletion(Source source, Fields step, List<Mention> mentions) {
    ConditionReader conditions =
        new ConditionReader(source, new Mention.Reach.UpToStep(), mentions);
    return step.list("writes").stream()
        .flatMap(tree -> Fields.of(source, tree, "a write", Keys.WRITE).stream())
        .map(fields -> of(source, fields, fields.tree("when").map(conditions::read)))
        .toList();
  }

  static List<Writing> onSkipping(Source source, Fields step) {
    return step.list("skip_writes").stream()
        .flatMap(
            tree -> Fields.of(source, tree, "a write of a skipped step", Keys.SKIP_WRITE).stream())
        .map(fields -> of(source, fields, Optional.empty()))
        .toList();
  }

  private static Writing of(Source source, Fields fields, Optional<Condition> when) {
    int lines = fields.count("lines", LEAST_LINES, 0);
    return new Writing(
        Named.of(fields, "template"),
        Named.of(fields, "to"),
        Depths.from(source, fields).orElse(null),
        when.orElse(null),
        fields.flag("blank", false),
        lines == 0 ? null : lines);
  }
}
