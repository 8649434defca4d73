package dev.aiwf.discord;

import dev.aiwf.core.surface.CommandLine;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people type arrives with ids where people and roles were named. Their names are put beside
 * the ids at once; a project keeps the words that people saw.
 */
final class Typed {

  private static final Pattern NAMED = Pattern.compile("<@([!&]?)(\\d{1,20})(?:\\|([^<>]*))?>");
  private static final String ROLE = "&";

  private Typed() {}

  /** Somebody as they stand in a text. */
  static String person(String id, String name) {
    return "<@" + id + "|" + name.replaceAll("[<>|]", "") + ">";
  }

  /** Everybody with a role as they stand in a text. */
  static String role(String id, String name) {
    return "<@&" + id + "|" + name.replaceAll("[<>|]", "") + ">";
  }

  /** The people and roles that are named in a text; a role's id begins with &. */
  static List<CommandLine.Named> named(String text) {
    return NAMED
        .matcher(text)
        .results()
        .map(found ->
            new CommandLine.Named(
                (found.group(1).equals(ROLE) ? ROLE : "") + found.group(2),
                found.group(3) == null ? "" : found.group(3)))
        .distinct()
        .toList();
  }

  static String plain(String text) {
    return NAMED
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                "@" + (found.group(3) == null ? found.group(2) : found.group(3))));
  }
}
