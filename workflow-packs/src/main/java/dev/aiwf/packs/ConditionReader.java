package dev.aiwf.packs;

import dev.aiwf.core.workflow.Condition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code {use_case: {is: knowledge-qa}}} and what can be built of such. */
final class ConditionReader {

  private static final Condition ALWAYS = new Condition.All(List.of());

  private final Source source;
  private final Mention.Reach reach;
  private final List<Mention> mentions;

  ConditionReader(Source source, Mention.Reach reach, List<Mention> mentions) {
    this.source = source;
    this.reach = reach;
    this.mentions = mentions;
  }

  Condition read(Tree tree) {
    if (!(tree instanceof Tree.Mapping(var line, var entries)) || entries.isEmpty()) {
      source.problem(
          tree.line(), "A condition is a map like {use_case: {is: x}}, not " + tree.kind() + ".");
      return ALWAYS;
    }
    List<Condition> all = new ArrayList<>();
    for (Tree.Entry entry : entries) {
      all.add(
          switch (entry.key()) {
            case "not" -> new Condition.Not(read(entry.value()));
            case "all" -> new Condition.All(each(entry));
            case "any" -> new Condition.Any(each(entry));
            default -> ofName(entry);
          });
    }
    return together(all);
  }

  private List<Condition> each(Tree.Entry entry) {
    if (entry.value() instanceof Tree.Sequence(_, var items) && !items.isEmpty()) {
      return items.stream().map(this::read).toList();
    }
    source.problem(
        entry.line(),
        "\"%s\" takes a list of conditions, not %s.".formatted(entry.key(), entry.value().kind()));
    return List.of();
  }

  private Condition ofName(Tree.Entry entry) {
    String name = entry.key();
    Optional<Fields> tests = Fields.of(source, entry.value(), "a test of an answer", Keys.TEST);
    if (tests.isEmpty()) {
      return ALWAYS;
    }
    Fields fields = tests.get();
    List<Condition> all = new ArrayList<>();
    if (fields.has("is")) {
      fields
          .tree("is")
          .ifPresent(is -> {
            if (is instanceof Tree.Scalar scalar && !scalar.nothing()) {
              all.add(new Condition.Is(name, scalar.text()));
              mention(entry.line(), name, new Mention.Test.Values(List.of(scalar)));
            } else {
              source.problem(is.line(), "\"is\" takes one value, not " + is.kind() + ".");
            }
          });
    }
    if (fields.has("in")) {
      List<Tree.Scalar> values = fields.words("in");
      all.add(new Condition.In(name, values.stream().map(Tree.Scalar::text).toList()));
      mention(entry.line(), name, new Mention.Test.Values(values));
    }
    BigDecimal least = fields.number("at_least");
    if (least != null) {
      all.add(new Condition.AtLeast(name, least));
      mention(entry.line(), name, new Mention.Test.Count());
    }
    if (!fields.has("is") && !fields.has("in") && !fields.has("at_least")) {
      source.problem(
          entry.line(), "What must hold of \"%s\"? Say is, in or at_least.".formatted(name));
    }
    return together(all);
  }

  private void mention(int line, String name, Mention.Test test) {
    mentions.add(new Mention(source, line, name, reach, test));
  }

  private static Condition together(List<Condition> all) {
    return all.size() == 1 ? all.getFirst() : new Condition.All(all);
  }
}
