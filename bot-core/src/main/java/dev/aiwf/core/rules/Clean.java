package dev.aiwf.core.rules;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Takes out of text what people can't see: control characters, and marks that turn its direction.
 */
public final class Clean {

  private static final Pattern UNSEEN =
      Pattern.compile(
          "[[\\p{Cc}&&[^\\n\\t]]\\p{Cs}\\p{Cn}"
              + "\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Clean() {}

  /** The text without what can't be seen; line breaks and tabs stay, spaces at its ends go. */
  public static String lines(String text) {
    // Most words are plain, and documents are made of thousands of them.
    if (text.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t')) {
      return text.strip();
    }
    String composed =
        Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n").replace('\r', '\n');
    return UNSEEN.matcher(composed).replaceAll("").strip();
  }

  /** The same on one line. */
  public static String line(String text) {
    return SPACES.matcher(lines(text)).replaceAll(" ");
  }

  /** The beginning of it, on one line, to be quoted. */
  public static String excerpt(String text) {
    return shortened(line(text), 60);
  }

  /** At most so many characters, saying so where some are missing. */
  public static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
