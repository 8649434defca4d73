package dev.aiwf.packs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A map's fields by name and type. Whatever is missing or of the wrong type is said once, and what
 * is read in its place does no harm: a pack with a problem is not offered.
 */
final class Fields {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,12})?");

  private final Source source;
  private final Tree.Mapping map;
  private final String what;

  private Fields(Source source, Tree.Mapping map, String what) {
    this.source = source;
    this.map = map;
    this.what = what;
  }

  /**
   * The fields of a map.
   *
   * @param what how to call it in a sentence, for example {@code an ask}
   * @param known its keys
   */
  static Optional<Fields> of(Source source, Tree tree, String what, Set<String> known) {
    if (!(tree instanceof Tree.Mapping map)) {
      source.problem(
          tree.line(),
          "Here stands %s where %s belongs, with keys like \"%s\"."
              .formatted(tree.kind(), what, known.iterator().next()));
      return Optional.empty();
    }
    for (Tree.Entry entry : map.entries()) {
      if (!known.contains(entry.key())) {
        source.problem(
            entry.line(),
            "There is no key \"%s\" in %s; there are: %s."
                .formatted(entry.key(), what, String.join(", ", known)));
      }
    }
    return Optional.of(new Fields(source, map, what));
  }

  int line() {
    return map.line();
  }

  /** The line of a key, or of the whole where it is missing. */
  int line(String key) {
    return map.entries().stream()
        .filter(entry -> entry.key().equals(key))
        .findFirst()
        .map(Tree.Entry::line)
        .orElse(map.line());
  }

  boolean has(String key) {
    return map.get(key) != null;
  }

  Optional<Tree> tree(String key) {
    return Optional.ofNullable(map.get(key));
  }

  /** What stands there; a problem if nothing does. */
  Optional<Tree> required(String key) {
    Tree tree = map.get(key);
    if (tree == null) {
      source.problem(map.line(), "\"%s\" is missing in %s.".formatted(key, what));
    }
    return Optional.ofNullable(tree);
  }

  /** Words that must be there. */
  String text(String key) {
    return required(key).map(tree -> text(key, tree)).orElse("");
  }

  @Nullable String optionalText(String key) {
    return tree(key).map(tree -> text(key, tree)).orElse(null);
  }

  private String text(String key, Tree tree) {
    if (tree instanceof Tree.Scalar scalar && !scalar.nothing()) {
      return scalar.text().strip();
    }
    source.problem(line(key), "\"%s\" takes words, not %s.".formatted(key, tree.kind()));
    return "";
  }

  boolean flag(String key, boolean otherwise) {
    Tree tree = map.get(key);
    if (tree == null) {
      return otherwise;
    }
    if (tree instanceof Tree.Scalar(_, var text, var plain)
        && plain
        && (text.equals("true") || text.equals("false"))) {
      return text.equals("true");
    }
    source.problem(line(key), "\"%s\" takes true or false, not %s.".formatted(key, tree.kind()));
    return otherwise;
  }

  @Nullable BigDecimal number(String key) {
    return tree(key).map(tree -> number(source, "\"" + key + "\"", tree)).orElse(null);
  }

  /** A number that counts something, beginning with the least that makes sense. */
  int count(String key, int least, int otherwise) {
    BigDecimal number = number(key);
    if (number == null) {
      return otherwise;
    }
    if (number.scale() > 0
        || number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(100_000)) > 0) {
      source.problem(
          line(key), "\"%s\" takes a whole number from %d to 100,000.".formatted(key, least));
      return otherwise;
    }
    return number.intValue();
  }

  /**
   * The entries of a map; none if it is missing.
   *
   * @param what how to call them in a sentence, for example {@code ids and gates}
   */
  List<Tree.Entry> entries(String key, String what) {
    Tree tree = map.get(key);
    if (tree == null) {
      return List.of();
    }
    if (tree instanceof Tree.Mapping(_, var entries)) {
      return entries;
    }
    source.problem(
        line(key), "\"%s\" takes a map of %s, not %s.".formatted(key, what, tree.kind()));
    return List.of();
  }

  /** The items of a list; none if it is missing. */
  List<Tree> list(String key) {
    Tree tree = map.get(key);
    if (tree == null) {
      return List.of();
    }
    if (tree instanceof Tree.Sequence(_, var items)) {
      return items;
    }
    source.problem(line(key), "\"%s\" takes a list, not %s.".formatted(key, tree.kind()));
    return List.of();
  }

  /** The items of a list of words; none if it is missing. */
  List<Tree.Scalar> words(String key) {
    List<Tree.Scalar> words = new ArrayList<>();
    for (Tree item : list(key)) {
      if (item instanceof Tree.Scalar scalar && !scalar.nothing()) {
        words.add(scalar);
      } else {
        source.problem(
            item.line(), "\"%s\" takes a list of words, not of %s.".formatted(key, item.kind()));
      }
    }
    return words;
  }

  static @Nullable BigDecimal number(Source source, String what, Tree tree) {
    if (tree instanceof Tree.Scalar(_, var text, var plain) && plain && isNumber(text)) {
      return new BigDecimal(text);
    }
    source.problem(tree.line(), what + " takes a number, not " + tree.kind() + ".");
    return null;
  }

  /** Whether it is a number of a length that can be kept and shown. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }
}
