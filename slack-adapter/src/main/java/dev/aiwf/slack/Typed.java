package dev.aiwf.slack;

import dev.aiwf.core.surface.CommandLine;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people type arrives in Slack's markup; a project keeps the words that they saw. */
final class Typed {

  private static final Pattern REFERENCE = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");

  private static final Pattern SOMEBODY =
      Pattern.compile("<(?:@([UW][A-Z0-9]+)|!subteam\\^(S[A-Z0-9]+))(?:\\|@?([^<>]*))?>");

  private Typed() {}

  /** The people and groups that are named in a text. */
  static List<CommandLine.Named> named(String text) {
    return SOMEBODY
        .matcher(text)
        .results()
        .map(found ->
            new CommandLine.Named(
                found.group(1) == null ? found.group(2) : found.group(1),
                found.group(3) == null ? "" : found.group(3)))
        .distinct()
        .toList();
  }

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
