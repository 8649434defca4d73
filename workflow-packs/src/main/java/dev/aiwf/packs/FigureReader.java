package dev.aiwf.packs;

import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Figure;
import dev.aiwf.core.workflow.Formula;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a number that is worked out from answers. */
final class FigureReader {

  private static final int MOST_DIGITS = 6;

  private FigureReader() {}

  /**
   * A figure where it was found.
   *
   * @param line where its id stands
   */
  record Found(int line, Figure figure) {}

  static Optional<Found> read(Source source, Tree tree, List<Mention> mentions) {
    return Fields.of(source, tree, "a figure", Keys.FIGURE)
        .map(fields -> {
          Named id = Named.of(fields, "id");
          Names.checkName(source, id, "figure");
          Optional<Formula> formula = formula(source, fields, mentions);
          Map<String, BigDecimal> assume = assume(source, fields, formula);
          return new Found(
              id.line(),
              new Figure(
                  id.text(),
                  fields.text("title"),
                  formula.orElse(new Formula.Amount(BigDecimal.ZERO)),
                  fields.optionalText("unit"),
                  digits(source, fields),
                  assume,
                  when(source, fields, mentions),
                  fields.flag("aside", false)));
        });
  }

  private static @Nullable Condition when(Source source, Fields fields, List<Mention> mentions) {
    ConditionReader conditions =
        new ConditionReader(source, new Mention.Reach.UpToStep(), mentions);
    return fields.tree("when").map(conditions::read).orElse(null);
  }

  private static Optional<Formula> formula(Source source, Fields fields, List<Mention> mentions) {
    String text = fields.text("formula");
    int line = fields.line("formula");
    Optional<Formula> formula =
        text.isEmpty() ? Optional.empty() : FormulaReader.read(source, line, text);
    formula
        .map(Formula::names)
        .orElse(Set.of())
        .forEach(name ->
            mentions.add(
                new Mention(
                    source, line, name, new Mention.Reach.UpToStep(), new Mention.Test.Amount())));
    return formula;
  }

  private static int digits(Source source, Fields fields) {
    int digits = fields.count("digits", 0, 0);
    if (digits > MOST_DIGITS) {
      source.problem(
          fields.line("digits"),
          "\"digits\" takes a whole number from 0 to %d.".formatted(MOST_DIGITS));
      return 0;
    }
    return digits;
  }

  private static Map<String, BigDecimal> assume(
      Source source, Fields fields, Optional<Formula> formula) {
    Map<String, BigDecimal> assume = new LinkedHashMap<>();
    for (Tree.Entry entry : fields.entries("assume", "names and numbers")) {
      if (formula.isPresent() && !formula.get().names().contains(entry.key())) {
        source.problem(
            entry.line(),
            "\"%s\" does not stand in the formula, so nothing is to be assumed for it."
                .formatted(entry.key()));
      }
      BigDecimal number = Fields.number(source, "\"" + entry.key() + "\"", entry.value());
      if (number != null) {
        assume.put(entry.key(), number);
      }
    }
    return assume;
  }
}
