package dev.aiwf.packs;

import dev.aiwf.core.port.Architect;
import dev.aiwf.core.scenario.Beat;
import dev.aiwf.core.scenario.Check;
import dev.aiwf.core.scenario.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a model answered, request by request. */
final class ReplyReader {

  private static final Pattern TOKENS = Pattern.compile("(\\d{1,7})/(\\d{1,6})");

  private final Source source;
  private final List<String> people;

  ReplyReader(Source source, List<String> people) {
    this.source = source;
    this.people = people;
  }

  /** Words alone are an answer without calls; one answer alone need not stand in a list. */
  List<Reply> read(Tree tree) {
    return switch (tree) {
      case Tree.Sequence(_, var items) ->
          items.stream().flatMap(item -> reply(item).stream()).toList();
      case Tree.Scalar _, Tree.Mapping _ -> reply(tree).stream().toList();
    };
  }

  private Optional<Reply> reply(Tree tree) {
    if (tree instanceof Tree.Scalar scalar && !scalar.nothing()) {
      return Optional.of(
          new Reply(scalar.line(), scalar.text(), List.of(), null, Reply.End.WHOLE, List.of()));
    }
    return Fields.of(source, tree, "an answer", ScenarioKeys.ANSWER).map(this::reply);
  }

  private Reply reply(Fields fields) {
    if (fields.has("meanwhile") && !fields.has("says")) {
      source.problem(
          fields.line("meanwhile"), "Meanwhile is once its words were heard, and it says none.");
    }
    if (fields.has("fails") && fields.has("calls")) {
      source.problem(fields.line("calls"), "An answer that fails calls nothing.");
    }
    String says = fields.optionalText("says");
    return new Reply(
        fields.line(),
        says == null ? "" : says,
        fields.list("calls").stream().flatMap(call -> call(call).stream()).toList(),
        tokens(fields),
        end(fields),
        fields.list("meanwhile").stream().flatMap(each -> does(each).stream()).toList());
  }

  private Optional<Architect.Call> call(Tree tree) {
    if (tree instanceof Tree.Mapping(_, var entries)
        && entries.size() == 1
        && entries.getFirst().value() instanceof Tree.Mapping with) {
      return Optional.of(new Architect.Call(entries.getFirst().key(), named(with)));
    }
    source.problem(
        tree.line(), "A call is a tool with what it takes, like {get_warnings: {topic: chunks}}.");
    return Optional.empty();
  }

  private Map<String, Object> named(Tree.Mapping map) {
    Map<String, Object> named = new LinkedHashMap<>();
    map.entries().forEach(entry -> named.put(entry.key(), value(entry.value())));
    return named;
  }

  /** As it would stand in JSON. */
  private Object value(Tree tree) {
    return switch (tree) {
      case Tree.Scalar(_, var text, var plain) when plain && Fields.isNumber(text) ->
          new BigDecimal(text);
      case Tree.Scalar(_, var text, var plain)
          when plain && (text.equals("true") || text.equals("false")) ->
          Boolean.valueOf(text);
      case Tree.Scalar scalar -> scalar.text();
      case Tree.Sequence(_, var items) -> items.stream().map(this::value).toList();
      case Tree.Mapping map -> named(map);
    };
  }

  private Reply.@Nullable Tokens tokens(Fields fields) {
    String text = fields.optionalText("tokens");
    if (text == null) {
      return null;
    }
    Matcher matcher = TOKENS.matcher(text);
    if (matcher.matches()) {
      return new Reply.Tokens(
          Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
    source.problem(
        fields.line("tokens"),
        "\"tokens\" takes those read and those written, like 5200/180, not \"%s\"."
            .formatted(text));
    return null;
  }

  private Reply.End end(Fields fields) {
    String text = fields.optionalText("fails");
    if (text == null) {
      return Reply.End.WHOLE;
    }
    List<Reply.End> known =
        Arrays.stream(Reply.End.values()).filter(end -> end != Reply.End.WHOLE).toList();
    Optional<Reply.End> end = known.stream().filter(each -> each.key().equals(text)).findFirst();
    if (end.isEmpty()) {
      source.problem(
          fields.line("fails"),
          "\"%s\" is none of: %s."
              .formatted(
                  text, known.stream().map(Check.Keyed::key).collect(Collectors.joining(", "))));
    }
    return end.orElse(Reply.End.WHOLE);
  }

  private List<Beat.Does> does(Tree tree) {
    if (tree instanceof Tree.Mapping(_, var entries)
        && entries.size() == 1
        && people.contains(entries.getFirst().key())) {
      List<Beat.Does> moves = new ArrayList<>();
      new MoveReader(source, people)
          .read(entries.getFirst().value())
          .forEach(found ->
              moves.add(new Beat.Does(found.line(), entries.getFirst().key(), found.move())));
      return moves;
    }
    source.problem(
        tree.line(),
        "Meanwhile somebody does something; there are: %s.".formatted(String.join(", ", people)));
    return List.of();
  }
}
