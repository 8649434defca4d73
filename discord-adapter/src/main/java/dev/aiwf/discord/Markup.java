package dev.aiwf.discord;

import dev.aiwf.core.chat.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text in Discord's Markdown. Everything that is not ours is escaped: it becomes no mention, no
 * link and no style.
 */
final class Markup {

  private static final Pattern MARKS = Pattern.compile("[\\\\*_~`|<>\\[\\]()]");
  private static final Pattern AT_BEGIN = Pattern.compile("(?m)^(\\s*)([-+#]|\\d{1,9}\\.)");
  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(https?|discord|mailto|tel|sms):");
  private static final Pattern EVERYBODY = Pattern.compile("@(?=everyone|here)");

  /** Breaks up what would be read as one, and is not seen. */
  private static final String NOTHING = "\u200b";

  private final Set<String> asked = new HashSet<>();

  /** Those who are mentioned in what was written so far. */
  Set<String> asked() {
    return Set.copyOf(asked);
  }

  static String escaped(String text) {
    String safe = MARKS.matcher(text).replaceAll("\\\\$0");
    safe = AT_BEGIN.matcher(safe).replaceAll("$1\\\\$2");
    safe = ADDRESS.matcher(safe).replaceAll("$1\\\\:");
    return EVERYBODY.matcher(safe).replaceAll("@" + NOTHING);
  }

  /** Several spans in one line or more. */
  String of(List<Span> spans) {
    return spans.stream()
        .filter(span -> !span.text().isEmpty())
        .map(this::of)
        .collect(Collectors.joining());
  }

  private String of(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> escaped(text);
      case Span.Strong(var text) -> text.isBlank() ? text : "**" + escaped(text.strip()) + "**";
      case Span.Mono(var text) -> mono(text);
      case Span.Link(var text, var address) -> link(text, address);
      case Span.Mention(var person, var text) ->
          DiscordChannel.userOf(person)
              .map(user -> {
                asked.add(user);
                return "<@" + user + ">";
              })
              .orElseGet(() -> escaped(text));
    };
  }

  private static String mono(String text) {
    return text.contains("`") ? "``" + NOTHING + text + NOTHING + "``" : "`" + text + "`";
  }

  /** Only addresses of pages lead anywhere. */
  private static String link(String text, String address) {
    return address.toLowerCase(Locale.ROOT).matches("https?://[^\\s<>]+")
        ? "[%s](<%s>)".formatted(escaped(text), address.replace(")", "%29").replace("(", "%28"))
        : escaped(text);
  }

  /** A block whose spaces count. */
  static String code(String text) {
    return "```\n" + text.replace("```", "`" + NOTHING + "``") + "\n```";
  }

  /** Every line of it with this before it. */
  static String lines(String before, String text) {
    return text.lines().map(before::concat).collect(Collectors.joining("\n"));
  }
}
