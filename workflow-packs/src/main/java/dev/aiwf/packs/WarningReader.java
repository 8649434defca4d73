package dev.aiwf.packs;

import dev.aiwf.core.workflow.Condition;
import dev.aiwf.core.workflow.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what is said as soon as the answers call for it. */
final class WarningReader {

  private WarningReader() {}

  /**
   * A warning where it was found.
   *
   * @param line where its id stands
   */
  record Found(int line, Warning warning) {}

  static Optional<Found> read(Source source, Tree tree, List<Mention> mentions) {
    return Fields.of(source, tree, "a warning", Keys.WARNING)
        .flatMap(fields -> read(source, fields, mentions));
  }

  private static Optional<Found> read(Source source, Fields fields, List<Mention> mentions) {
    Named id = Named.of(fields, "id");
    Names.checkId(source, id.line(), id.text());
    Optional<Warning.Kind> kind = kind(source, fields);
    ConditionReader conditions =
        new ConditionReader(source, new Mention.Reach.UpToStep(), mentions);
    Optional<Condition> when = fields.required("when").map(conditions::read);
    String title = fields.text("title");
    String text = Braces.text(source, fields, "text", mentions);
    List<String> change = change(source, fields, mentions);
    if (kind.equals(Optional.of(Warning.Kind.CONTRADICTION)) && change.isEmpty()) {
      source.problem(
          fields.line("change"),
          "A contradiction needs \"change\": the asks that can be answered otherwise.");
    }
    String reference = fields.optionalText("reference");
    return kind.flatMap(k ->
        when.map(w ->
            new Found(id.line(), new Warning(id.text(), k, w, title, text, change, reference))));
  }

  private static Optional<Warning.Kind> kind(Source source, Fields fields) {
    String word = fields.text("kind");
    Optional<Warning.Kind> kind =
        Arrays.stream(Warning.Kind.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst();
    if (kind.isEmpty() && !word.isEmpty()) {
      source.problem(
          fields.line("kind"),
          "There is no kind \"%s\"; there are: contradiction, risk.".formatted(word));
    }
    return kind;
  }

  private static List<String> change(Source source, Fields fields, List<Mention> mentions) {
    List<String> change = new ArrayList<>();
    for (Tree.Scalar ask : fields.words("change")) {
      change.add(ask.text());
      mentions.add(
          new Mention(
              source,
              ask.line(),
              ask.text(),
              new Mention.Reach.UpToStep(),
              new Mention.Test.Asked()));
    }
    return change;
  }
}
