package dev.aiwf.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between braces in a template. The template library's own visitor knows neither lines
 * nor where a section ends, so tags are found again here, in a text that it has accepted.
 */
record TemplateTag(Kind kind, String name, int line) {

  private static final Pattern TAG =
      Pattern.compile("\\{\\{(?:\\{(?<raw>[^}]*)}}}|(?<sigil>[#^/&>!$<=]?)(?<name>[^}]*)}})");

  enum Kind {
    VARIABLE,
    SECTION,
    INVERTED,
    END,
    COMMENT,
    /** Something that mustache knows and packs do not use. */
    OTHER
  }

  static List<TemplateTag> in(String template) {
    List<TemplateTag> tags = new ArrayList<>();
    Matcher matcher = TAG.matcher(template);
    int line = 1;
    int counted = 0;
    while (matcher.find()) {
      for (; counted < matcher.start(); counted++) {
        line += template.charAt(counted) == '\n' ? 1 : 0;
      }
      String raw = matcher.group("raw");
      tags.add(
          raw != null
              ? new TemplateTag(Kind.VARIABLE, raw.strip(), line)
              : new TemplateTag(kind(matcher.group("sigil")), matcher.group("name").strip(), line));
    }
    return tags;
  }

  private static Kind kind(String sigil) {
    return switch (sigil) {
      case "", "&" -> Kind.VARIABLE;
      case "#" -> Kind.SECTION;
      case "^" -> Kind.INVERTED;
      case "/" -> Kind.END;
      case "!" -> Kind.COMMENT;
      default -> Kind.OTHER;
    };
  }
}
