package dev.aiwf.artifacts.render;

import dev.aiwf.core.rules.Clean;
import java.math.BigDecimal;

/** YAML: words stand in double quotes, where nothing but a backslash means anything. */
record YamlText() implements Script {

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
  public String finished(String text) {
    return text;
  }
}
