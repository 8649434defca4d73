package dev.aiwf.artifacts.render;

import java.math.BigDecimal;
import java.util.Locale;

/** How a file is written, so that no words in it can be taken for anything but words. */
sealed interface Script permits Markdown, Brief, YamlText {

  /** Words as they stand in the file. */
  String words(String text);

  /** Where something can be read, of signs that mean nothing in a link. */
  default String address(String uri) {
    return words(uri);
  }

  /** What stands where nothing is known. */
  String open();

  /** What stands where nobody was asked. */
  String notAsked();

  /** A number as it stands in the file. */
  String number(BigDecimal number);

  /** A placeholder that somebody fills in by hand, and what fits there. */
  String blank(String name, String fits);

  /** The file, when all words are in their places. */
  String finished(String text);

  /** The script of a file, by the end of its name. */
  static Script of(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") ? new YamlText() : new Markdown();
  }
}
