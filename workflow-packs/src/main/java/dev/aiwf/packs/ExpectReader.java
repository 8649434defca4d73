package dev.aiwf.packs;

import dev.aiwf.core.scenario.Check;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what must be so at some point of a scenario. */
final class ExpectReader {

  private final Source source;

  ExpectReader(Source source) {
    this.source = source;
  }

  List<Check> read(Tree tree) {
    List<Check> checks = new ArrayList<>();
    Optional<Fields> fields = Fields.of(source, tree, "an expectation", ScenarioKeys.EXPECT);
    if (fields.isPresent() && tree instanceof Tree.Mapping map) {
      map.entries().forEach(entry -> checks.addAll(checks(fields.get(), entry)));
    }
    return checks;
  }

  private List<Check> checks(Fields fields, Tree.Entry entry) {
    int line = entry.line();
    String key = entry.key();
    return switch (key) {
      case "says" -> List.of(new Check.Says(line, words(key, entry.value())));
      case "not_says" -> List.of(new Check.SaysNot(line, words(key, entry.value())));
      case "refused" -> List.of(new Check.Refused(line, fields.text(key)));
      default ->
          Stream.<Optional<List<Check>>>of(
                  of(Check.Word.values(), key)
                      .map(what -> List.of(new Check.Is(line, what, fields.text(key)))),
                  of(Check.Names.values(), key).map(what -> names(what, entry)),
                  of(Check.Named.values(), key).map(what -> values(what, entry)),
                  of(Check.Count.values(), key).map(what -> counts(what, entry)))
              .flatMap(Optional::stream)
              .findFirst()
              .orElse(List.of());
    };
  }

  private static <K extends Check.Keyed> Optional<K> of(K[] constants, String key) {
    return Stream.of(constants).filter(constant -> constant.key().equals(key)).findFirst();
  }

  /** One alone need not stand in a list. */
  private List<String> words(String key, Tree tree) {
    List<Tree> items = tree instanceof Tree.Sequence(_, var all) ? all : List.of(tree);
    List<String> words = new ArrayList<>();
    for (Tree item : items) {
      if (item instanceof Tree.Scalar scalar && !scalar.nothing()) {
        words.add(scalar.text());
      } else {
        source.problem(item.line(), "\"%s\" takes words, not %s.".formatted(key, item.kind()));
      }
    }
    return words;
  }

  private List<Check> names(Check.Names what, Tree.Entry entry) {
    if (!(entry.value() instanceof Tree.Mapping map)) {
      List<String> names = words(what.key(), entry.value());
      // An empty list would otherwise be among everything.
      Check.How how = names.isEmpty() ? Check.How.EXACTLY : Check.How.AMONG;
      return List.of(new Check.Has(entry.line(), what, how, names));
    }
    List<Check> checks = new ArrayList<>();
    Fields.of(source, map, "a list that is expected", ScenarioKeys.LIST);
    for (Tree.Entry inner : map.entries()) {
      Optional<Check.How> how = of(Check.How.values(), inner.key());
      boolean number =
          inner.value() instanceof Tree.Scalar(_, var text, _) && Fields.isNumber(text);
      if (how.isPresent() && !number) {
        checks.add(new Check.Has(inner.line(), what, how.get(), words(inner.key(), inner.value())));
      } else {
        bound(inner)
            .ifPresent(found ->
                checks.add(new Check.Size(inner.line(), what, found.bound(), found.count())));
      }
    }
    return checks;
  }

  private List<Check> counts(Check.Count what, Tree.Entry entry) {
    if (entry.value() instanceof Tree.Mapping map) {
      Fields.of(source, map, "a number that is expected", ScenarioKeys.BOUNDS);
      return map.entries().stream()
          .flatMap(inner ->
              bound(inner).stream()
                  .<Check>map(
                      found -> new Check.Counts(inner.line(), what, found.bound(), found.count())))
          .toList();
    }
    Integer count = count(entry);
    return count == null
        ? List.of()
        : List.of(new Check.Counts(entry.line(), what, Check.Bound.EXACTLY, count));
  }

  private record Bounded(Check.Bound bound, int count) {}

  private Optional<Bounded> bound(Tree.Entry entry) {
    Optional<Check.Bound> bound = of(Check.Bound.values(), entry.key());
    Integer count = bound.isPresent() ? count(entry) : null;
    return count == null ? Optional.empty() : bound.map(known -> new Bounded(known, count));
  }

  private @Nullable Integer count(Tree.Entry entry) {
    BigDecimal number = Fields.number(source, "\"" + entry.key() + "\"", entry.value());
    if (number == null) {
      return null;
    }
    if (number.scale() > 0 || number.signum() < 0 || number.precision() > 6) {
      source.problem(entry.line(), "\"%s\" takes a whole number.".formatted(entry.key()));
      return null;
    }
    return number.intValue();
  }

  private List<Check> values(Check.Named what, Tree.Entry entry) {
    if (!(entry.value() instanceof Tree.Mapping map)) {
      source.problem(
          entry.line(),
          "\"%s\" takes a map of names to values, not %s."
              .formatted(what.key(), entry.value().kind()));
      return List.of();
    }
    return map.entries().stream()
        .<Check>map(inner ->
            new Check.Value(
                inner.line(),
                what,
                inner.key(),
                inner.value() instanceof Tree.Scalar scalar && scalar.nothing()
                    ? null
                    : InputReader.read(source, inner.value())))
        .toList();
  }
}
