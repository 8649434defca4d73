package dev.aiwf.artifacts.render;

import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.workflow.Amounts;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Markdown as GitHub reads it. Every sign that could begin a heading, a list, a table, a link, an
 * image, HTML or a formula is escaped, and so are bare addresses: a document shows where somebody
 * wants to lead its reader, and does not lead there.
 */
record Markdown() implements Script {

  /** Stands for a line's end inside words until it is known what they stand in. */
  private static final String BREAK = "\u2028";

  private static final String ANYWHERE = "\\`*[]<|~$";
  private static final Pattern BEGINNING =
      Pattern.compile("^(?:[#>+=:-]|\\d{1,9}(?=[.)](?:\\s|$)))");
  private static final Pattern ADDRESS = Pattern.compile("(?i)(://)|(?<![\\p{L}\\p{N}])(www)(\\.)");
  private static final Pattern ENTITY = Pattern.compile("&(?=[#\\p{L}])");
  private static final Pattern BLANKS = Pattern.compile("\n{3,}");
  private static final Pattern BETWEEN_ITEMS = Pattern.compile("(?m)^(- .*)\n\n(?=- )");
  private static final Pattern AROUND =
      Pattern.compile("^(\\s*(?:>\\s?)*\\s*)((?:[-*+]|\\d{1,9}[.)])\\s+)?");

  @Override
  public String address(String uri) {
    return uri;
  }

  @Override
  public String words(String text) {
    return Clean.lines(text.replace('\u2028', '\n').replace('\u2029', '\n'))
        .lines()
        .map(line -> line(line.strip()))
        .collect(Collectors.joining(BREAK));
  }

  private static String line(String line) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char sign = line.charAt(i);
      if (ANYWHERE.indexOf(sign) >= 0
          || (sign == '_' && !isInsideWord(line, i))
          || (isBrace(sign) && isBesideBrace(line, i))) {
        escaped.append('\\');
      }
      escaped.append(sign);
    }
    return beginning(leads(line) ? unled(escaped) : escaped.toString());
  }

  /** Whether there is anything that could lead somewhere, or be read as another sign. */
  private static boolean leads(String line) {
    return line.indexOf('&') >= 0 || line.contains("://") || line.indexOf('.') >= 0;
  }

  private static String unled(CharSequence line) {
    return ADDRESS
        .matcher(ENTITY.matcher(line).replaceAll("\\\\&"))
        .replaceAll(found -> found.group(1) != null ? "\\\\://" : "$2\\\\.");
  }

  /** What means something at the beginning of a line only. */
  private static String beginning(String line) {
    Matcher matcher = BEGINNING.matcher(line);
    if (!matcher.find()) {
      return line;
    }
    boolean number = Character.isDigit(line.charAt(0));
    int at = number ? matcher.end() : 0;
    return line.substring(0, at) + "\\" + line.substring(at);
  }

  private static boolean isInsideWord(String line, int at) {
    return at > 0
        && at < line.length() - 1
        && Character.isLetterOrDigit(line.charAt(at - 1))
        && Character.isLetterOrDigit(line.charAt(at + 1));
  }

  private static boolean isBrace(char sign) {
    return sign == '{' || sign == '}';
  }

  private static boolean isBesideBrace(String line, int at) {
    return (at > 0 && isBraceOrPercent(line.charAt(at - 1)))
        || (at < line.length() - 1 && isBraceOrPercent(line.charAt(at + 1)));
  }

  private static boolean isBraceOrPercent(char sign) {
    return isBrace(sign) || sign == '%' || sign == '#';
  }

  @Override
  public String open() {
    return "*open*";
  }

  @Override
  public String notAsked() {
    return "*not asked*";
  }

  @Override
  public String number(BigDecimal number) {
    return Amounts.grouped(number);
  }

  @Override
  public String blank(String name, String fits) {
    return "{{" + name + "}}";
  }

  /** Sections that do not stand leave blank lines: one is enough, and none inside a list. */
  @Override
  public String finished(String text) {
    String lines =
        text.lines()
            .map(Markdown::broken)
            .map(String::stripTrailing)
            .collect(Collectors.joining("\n"))
            .strip();
    String closed = BLANKS.matcher(lines).replaceAll("\n\n");
    return BETWEEN_ITEMS.matcher(closed).replaceAll("$1\n") + "\n";
  }

  /** Puts breaks into a line as what it stands in allows. */
  private static String broken(String line) {
    if (!line.contains(BREAK)) {
      return line;
    }
    String begun = line.stripLeading();
    if (begun.startsWith("|")) {
      return line.replace(BREAK, "<br>");
    }
    if (begun.startsWith("#")) {
      return line.replace(BREAK, " ");
    }
    Matcher around = AROUND.matcher(line);
    String before = "";
    if (around.find()) {
      String marker = around.group(2);
      before = around.group(1) + (marker == null ? "" : " ".repeat(marker.length()));
    }
    return line.replace(BREAK, "\\\n" + before);
  }
}
