package dev.aiwf.packs;

import dev.aiwf.core.workflow.AskType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what an answer looks like. */
final class AskTypeReader {

  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_LINES = 30;

  private final Source source;
  private final Fields ask;
  private final List<Mention> mentions;

  AskTypeReader(Source source, Fields ask, List<Mention> mentions) {
    this.source = source;
    this.ask = ask;
    this.mentions = mentions;
  }

  AskType read(String type) {
    onlyKeysOf(type);
    return switch (type) {
      case "number" -> number();
      case "choice" -> new AskType.Choice(options("a choice"));
      case "list" -> new AskType.Items(ask.count("max", 1, MOST_LINES));
      case "table" -> new AskType.Table(columns(), ask.count("max", 1, MOST_LINES));
      case "decision" -> decision();
      case "text" -> text();
      default -> {
        if (!type.isEmpty()) {
          source.problem(
              ask.line("type"),
              "There is no type \"%s\"; there are: text, number, choice, list, table, decision."
                  .formatted(type));
        }
        yield text();
      }
    };
  }

  private void onlyKeysOf(String type) {
    Set<String> own = Keys.BY_TYPE.get(type);
    if (own == null) {
      return;
    }
    Keys.BY_TYPE.values().stream()
        .flatMap(Set::stream)
        .distinct()
        .filter(key -> ask.has(key) && !own.contains(key))
        .sorted()
        .forEach(key ->
            source.problem(ask.line(key), "An ask of type %s has no \"%s\".".formatted(type, key)));
  }

  private AskType text() {
    return new AskType.Text(ask.count("max", 1, LONGEST_TEXT));
  }

  private AskType number() {
    BigDecimal min = ask.number("min");
    BigDecimal max = ask.number("max");
    if (min != null && max != null && min.compareTo(max) > 0) {
      source.problem(ask.line("max"), "\"max\" is below \"min\".");
    }
    return new AskType.Number(min, max, ask.optionalText("unit"));
  }

  private List<String> columns() {
    if (!ask.has("columns")) {
      source.problem(ask.line(), "A table needs \"columns\".");
      return List.of();
    }
    List<String> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Tree.Scalar column : ask.words("columns")) {
      Names.checkId(source, column.line(), column.text());
      if (!seen.add(column.text())) {
        source.problem(
            column.line(), "The column \"%s\" stands here twice.".formatted(column.text()));
      }
      columns.add(column.text());
    }
    if (columns.isEmpty()) {
      source.problem(ask.line("columns"), "A table needs at least one column.");
    }
    return columns;
  }

  private AskType decision() {
    if (!ask.has("number")) {
      source.problem(ask.line(), "A decision needs a \"number\" like arch-001.");
    }
    String number = ask.has("number") ? ask.text("number") : "";
    Names.checkId(source, ask.line("number"), number);
    List<String> restsOn = new ArrayList<>();
    for (Tree.Scalar ground : ask.words("rests_on")) {
      restsOn.add(ground.text());
      mentions.add(
          new Mention(
              source,
              ground.line(),
              ground.text(),
              new Mention.Reach.UpToStep(),
              new Mention.Test.Asked()));
    }
    return new AskType.Decision(
        number, options("a decision"), restsOn, ask.optionalText("consult"));
  }

  private List<AskType.Option> options(String what) {
    Tree tree = ask.tree("options").orElse(null);
    if (tree == null) {
      source.problem(ask.line(), "%s needs \"options\".".formatted(sentence(what)));
      return List.of();
    }
    if (!(tree instanceof Tree.Mapping(_, var entries))) {
      source.problem(
          ask.line("options"),
          "\"options\" takes a map of keys and labels, not %s.".formatted(tree.kind()));
      return List.of();
    }
    if (entries.size() < 2) {
      source.problem(
          ask.line("options"), "%s needs two options or more.".formatted(sentence(what)));
    }
    return entries.stream().map(this::option).toList();
  }

  private AskType.Option option(Tree.Entry entry) {
    Names.checkKey(source, entry.line(), entry.key());
    if (entry.value() instanceof Tree.Scalar scalar && !scalar.nothing()) {
      return new AskType.Option(entry.key(), scalar.text(), null);
    }
    return Fields.of(source, entry.value(), "an option", Keys.OPTION)
        .map(fields ->
            new AskType.Option(
                entry.key(),
                fields.text("label"),
                fields.optionalText("help"),
                fields.number("amount")))
        .orElseGet(() -> new AskType.Option(entry.key(), entry.key(), null));
  }

  private static String sentence(String what) {
    return Character.toUpperCase(what.charAt(0)) + what.substring(1);
  }
}
