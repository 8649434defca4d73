package dev.aiwf.packs;

import java.util.List;
import java.util.regex.Pattern;

/** Finds the names in braces that stand for what is known of them when the words are said. */
final class Braces {

  private static final Pattern NAMED = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern FILLED = Pattern.compile("[a-z0-9_]+");

  private Braces() {}

  /** Words that must be there, and may name asks and figures. */
  static String text(Source source, Fields fields, String key, List<Mention> mentions) {
    String text = fields.text(key);
    NAMED
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .forEach(name -> mention(source, fields.line(key), name, mentions));
    return text;
  }

  private static void mention(Source source, int line, String name, List<Mention> mentions) {
    if (FILLED.matcher(name).matches()) {
      mentions.add(
          new Mention(source, line, name, new Mention.Reach.UpToStep(), new Mention.Test.None()));
    } else {
      source.problem(
          line,
          "In braces stands the name of an ask or a figure, without hyphens, not \"%s\"."
              .formatted(name));
    }
  }
}
