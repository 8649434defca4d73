package dev.aiwf.packs;

import dev.aiwf.core.workflow.Condition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a step is passed by, as the step says it.
 *
 * @param when the condition over earlier answers
 * @param reason what is written in its place
 * @param writes the files that say so
 */
record Skipping(Condition when, String reason, List<Writing> writes) {

  static @Nullable Skipping read(Source source, Fields step, List<Mention> mentions) {
    Optional<Tree> when = step.tree("skip_when");
    if (when.isEmpty()) {
      Stream.of("skip_reason", "skip_writes")
          .filter(step::has)
          .forEach(key ->
              source.problem(
                  step.line(key), "\"%s\" is given without \"skip_when\".".formatted(key)));
      return null;
    }
    ConditionReader conditions =
        new ConditionReader(source, new Mention.Reach.BeforeStep(), mentions);
    return new Skipping(
        conditions.read(when.get()), step.text("skip_reason"), Writing.onSkipping(source, step));
  }
}
