package dev.aiwf.packs;

import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads values that earlier answers speak for. */
final class RecommendationReader {

  private final Source source;
  private final AskType type;
  private final ConditionReader conditions;
  private final List<Mention> mentions;

  RecommendationReader(
      Source source, AskType type, ConditionReader conditions, List<Mention> mentions) {
    this.source = source;
    this.type = type;
    this.conditions = conditions;
    this.mentions = mentions;
  }

  Optional<Ask.Recommendation> read(Tree tree) {
    return Fields.of(source, tree, "a recommendation", Keys.RECOMMENDATION)
        .flatMap(fields -> {
          Optional<Condition> when = fields.required("when").map(conditions::read);
          String reason = Braces.text(source, fields, "reason", mentions);
          if (fields.has("figure")) {
            String figure = figure(fields);
            return when.map(w -> new Ask.Recommendation(w, null, figure, reason));
          }
          Optional<Value> value = fields.required("value").flatMap(this::value);
          return when.flatMap(w -> value.map(v -> new Ask.Recommendation(w, v, reason)));
        });
  }

  private String figure(Fields fields) {
    String figure = fields.text("figure");
    int line = fields.line("figure");
    if (fields.has("value")) {
      source.problem(line, "A recommendation has \"value\" or \"figure\", not both.");
    }
    if (!(type instanceof AskType.Number)) {
      source.problem(line, "A figure can be recommended for a number only.");
    }
    mentions.add(
        new Mention(source, line, figure, new Mention.Reach.UpToStep(), new Mention.Test.Worked()));
    return figure;
  }

  private Optional<Value> value(Tree tree) {
    return switch (type) {
      case AskType.Text text -> text(text, tree);
      case AskType.Number number -> number(number, tree);
      case AskType.Choice _ -> key(tree).map(Value.Choice::new);
      case AskType.Decision _ -> key(tree).map(key -> new Value.Decision(key, ""));
      case AskType.Items items -> items(items, tree);
      case AskType.Table _ -> no(tree, "Nothing can be recommended for a table.");
    };
  }

  private Optional<Value> text(AskType.Text text, Tree tree) {
    return word(tree)
        .flatMap(word ->
            word.length() > text.max()
                ? no(tree, "The recommended text is longer than %,d.".formatted(text.max()))
                : Optional.of(new Value.Text(word)));
  }

  private Optional<Value> number(AskType.Number type, Tree tree) {
    BigDecimal number = Fields.number(source, "The recommended value", tree);
    if (number == null) {
      return Optional.empty();
    }
    boolean fits =
        (type.min() == null || number.compareTo(type.min()) >= 0)
            && (type.max() == null || number.compareTo(type.max()) <= 0);
    return fits
        ? Optional.of(new Value.Number(number))
        : no(tree, "The recommended value is outside \"min\" and \"max\".");
  }

  private Optional<String> key(Tree tree) {
    Optional<String> word = word(tree);
    if (word.isPresent() && type.option(word.get()).isEmpty()) {
      return no(tree, "The recommended \"%s\" is none of the options.".formatted(word.get()));
    }
    return word;
  }

  private Optional<Value> items(AskType.Items type, Tree tree) {
    if (!(tree instanceof Tree.Sequence(_, var items))
        || items.isEmpty()
        || items.size() > type.max()) {
      return no(tree, "The recommended value is a list of 1 to %d lines.".formatted(type.max()));
    }
    List<String> words = items.stream().flatMap(item -> word(item).stream()).toList();
    return Optional.of(new Value.Items(words));
  }

  private Optional<String> word(Tree tree) {
    if (tree instanceof Tree.Scalar scalar && !scalar.nothing()) {
      return Optional.of(scalar.text());
    }
    return no(tree, "The recommended value is one value, not " + tree.kind() + ".");
  }

  private <T> Optional<T> no(Tree tree, String sentence) {
    source.problem(tree.line(), sentence);
    return Optional.empty();
  }
}
