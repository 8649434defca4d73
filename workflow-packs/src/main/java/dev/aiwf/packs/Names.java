package dev.aiwf.packs;

import dev.aiwf.core.workflow.Vocabulary;
import java.util.regex.Pattern;

/** How things may be called in a pack. */
final class Names {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*([_-][a-z0-9]+)*");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*");
  private static final int LONGEST = 60;

  private Names() {}

  /** Holds an id against the rule for ids; nothing is said of an empty one, which was noted. */
  static void checkId(Source source, int line, String id) {
    if (!id.isEmpty() && (id.length() > LONGEST || !ID.matcher(id).matches())) {
      source.problem(
          line,
          "\"%s\" is no id: small letters, digits, single hyphens or underscores.".formatted(id));
    }
  }

  /** Holds the id of what templates and conditions may name against the rules for such. */
  static void checkName(Source source, Named id, String what) {
    checkId(source, id.line(), id.text());
    if (Vocabulary.RESERVED.contains(id.text())) {
      source.problem(
          id.line(),
          "No %s can be called \"%s\": the word means something else in templates."
              .formatted(what, id.text()));
    }
  }

  /** Holds an option's key against the rule for keys. */
  static void checkKey(Source source, int line, String key) {
    if (key.length() > LONGEST || !KEY.matcher(key).matches()) {
      source.problem(
          line,
          "\"%s\" is no key: letters, digits, single hyphens, underscores or dots.".formatted(key));
    }
  }

  /** Whether a path stays in its folder and means the same on every system. */
  static boolean staysInside(String path) {
    if (path.isEmpty()
        || path.length() > 200
        || path.indexOf('\\') >= 0
        || path.indexOf(':') >= 0) {
      return false;
    }
    if (path.codePoints().anyMatch(Character::isISOControl)) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      if (part.isEmpty()
          || part.startsWith(".")
          || part.endsWith(".")
          || !part.equals(part.strip())) {
        return false;
      }
    }
    return true;
  }
}
