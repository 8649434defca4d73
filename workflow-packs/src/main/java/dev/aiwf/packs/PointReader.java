package dev.aiwf.packs;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Condition;
import java.util.List;
import java.util.Optional;

/** Reads one reason among several that speaks for an option. */
final class PointReader {

  private final Source source;
  private final AskType type;
  private final ConditionReader conditions;
  private final List<Mention> mentions;

  PointReader(Source source, AskType type, ConditionReader conditions, List<Mention> mentions) {
    this.source = source;
    this.type = type;
    this.conditions = conditions;
    this.mentions = mentions;
  }

  Optional<Ask.Point> read(Tree tree) {
    return Fields.of(source, tree, "a point", Keys.POINT)
        .flatMap(fields -> {
          Optional<Condition> when = fields.required("when").map(conditions::read);
          String option = fields.text("for");
          if (!option.isEmpty() && !type.options().isEmpty() && type.option(option).isEmpty()) {
            source.problem(
                fields.line("for"),
                "The point speaks for \"%s\", which is none of the options.".formatted(option));
          }
          String because = Braces.text(source, fields, "because", mentions);
          int weight = fields.count("weight", 1, 1);
          return when.map(w -> new Ask.Point(w, option, because, weight));
        });
  }
}
