package dev.aiwf.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people type arrives in Slack's markup; a project keeps the words that they saw. */
final class Typed {

  private static final Pattern REFERENCE = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");

  private Typed() {}

  static String plain(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(seen(match.group(1), match.group(2))))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static String seen(String target, String label) {
    boolean labelled = label != null && !label.isEmpty();
    return switch (target.charAt(0)) {
      case '@' -> labelled ? at(label) : target;
      case '#' -> labelled ? "#" + label : target;
      case '!' -> labelled ? label : "@" + target.substring(1);
      // An address that was only typed comes labelled with what was typed.
      default -> !labelled ? target : target.endsWith(label) ? label : label + " (" + target + ")";
    };
  }

  private static String at(String name) {
    return name.startsWith("@") ? name : "@" + name;
  }
}
