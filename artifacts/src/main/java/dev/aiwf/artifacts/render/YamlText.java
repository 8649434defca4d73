package dev.aiwf.artifacts.render;

import dev.aiwf.core.rules.Clean;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** YAML: words stand in double quotes, where nothing but a backslash means anything. */
record YamlText() implements Script {

  /** Holds what fits a placeholder until its line is complete; words never contain it. */
  private static final String NOTE = "\u2028";

  @Override
  public String words(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    Clean.lines(text).codePoints().forEach(character -> append(quoted, character));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int character) {
    switch (character) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\t' -> quoted.append("\\t");
      // These two end a line in YAML.
      case 0x2028, 0x2029 -> quoted.append("\\u%04X".formatted(character));
      default -> quoted.appendCodePoint(character);
    }
  }

  @Override
  public String open() {
    return "null";
  }

  @Override
  public String notAsked() {
    return open();
  }

  @Override
  public String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  @Override
  public String blank(String name, String fits) {
    String note = fits.isEmpty() ? "" : NOTE + fits + NOTE;
    return "\"{{" + name + "}}\"" + note;
  }

  /** Notes on what fits stand at the end of their line, behind what the template says there. */
  @Override
  public String finished(String text) {
    return text.lines().map(YamlText::noted).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String noted(String line) {
    String[] parts = line.split(NOTE, -1);
    if (parts.length < 3) {
      return line;
    }
    String before = parts[0] + parts[2];
    return before + (before.contains(" # ") ? "; " : " # ") + parts[1];
  }
}
