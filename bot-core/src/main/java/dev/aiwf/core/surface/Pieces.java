package dev.aiwf.core.surface;

import dev.aiwf.core.chat.Span;
import java.util.ArrayList;
import java.util.List;

/** Text cut to where it fits, all of it kept. */
public final class Pieces {

  private Pieces() {}

  /** The whole text in pieces of at most so many characters, cut at a space where there is one. */
  public static List<String> of(String text, int most) {
    List<String> pieces = new ArrayList<>();
    String rest = text;
    while (rest.length() > most) {
      int end = cut(rest, most);
      pieces.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
    return pieces;
  }

  private static int cut(String text, int most) {
    int space = Math.max(text.lastIndexOf(' ', most - 1), text.lastIndexOf('\n', most - 1));
    if (space > most / 2) {
      return space + 1;
    }
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }

  /** The spans in groups of at most so many characters. */
  public static List<List<Span>> of(List<Span> spans, int most) {
    List<List<Span>> groups = new ArrayList<>();
    List<Span> group = new ArrayList<>();
    int room = most;
    for (Span span : spans) {
      for (String text : of(span.text(), most)) {
        if (text.length() > room && !group.isEmpty()) {
          groups.add(group);
          group = new ArrayList<>();
          room = most;
        }
        group.add(like(span, text));
        room -= text.length();
      }
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
    return groups;
  }

  private static Span like(Span span, String text) {
    return switch (span) {
      case Span.Plain _ -> new Span.Plain(text);
      case Span.Strong _ -> new Span.Strong(text);
      case Span.Mono _ -> new Span.Mono(text);
      case Span.Link(_, var address) -> new Span.Link(text, address);
      case Span.Mention(var person, _) -> new Span.Mention(person, text);
    };
  }
}
