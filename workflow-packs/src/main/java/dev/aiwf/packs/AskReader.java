package dev.aiwf.packs;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Depth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one thing that a step must learn. */
final class AskReader {

  private AskReader() {}

  /**
   * An ask where it was found.
   *
   * @param line where its id stands
   * @param looksAt what its conditions name
   */
  record Found(int line, Ask ask, List<Mention> looksAt) {}

  static Optional<Found> read(Source source, Tree tree, List<Mention> mentions) {
    return Fields.of(source, tree, "an ask", Keys.ASK)
        .map(fields -> {
          Found found = read(source, fields, mentions);
          mentions.addAll(found.looksAt());
          return found;
        });
  }

  private static Found read(Source source, Fields fields, List<Mention> mentions) {
    Named id = Named.of(fields, "id");
    Names.checkName(source, id, "ask");
    AskType type = new AskTypeReader(source, fields, mentions).read(fields.text("type"));
    List<Mention> looksAt = new ArrayList<>();
    ConditionReader upToHere = new ConditionReader(source, new Mention.Reach.UpToStep(), looksAt);
    ConditionReader before =
        new ConditionReader(source, new Mention.Reach.BeforeAsk(id.text()), looksAt);
    RecommendationReader recommendations =
        new RecommendationReader(source, type, upToHere, mentions);
    PointReader points = new PointReader(source, type, upToHere, mentions);
    Optional<Condition> when = fields.tree("when").map(before::read);
    Ask ask =
        new Ask(
            id.text(),
            fields.text("ask"),
            fields.optionalText("help"),
            fields.flag("required", true),
            Depths.from(source, fields).orElse(Depth.QUICK),
            type,
            fields.list("recommend").stream()
                .flatMap(one -> recommendations.read(one).stream())
                .toList(),
            fields.list("points").stream().flatMap(one -> points.read(one).stream()).toList(),
            when.orElse(null));
    return new Found(id.line(), ask, looksAt);
  }
}
