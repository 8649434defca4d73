package dev.aiwf.core.rules;

import java.text.Normalizer;

/**
 * Takes out of text what people can't see: control characters, and marks that turn its direction.
 */
public final class Clean {

  private Clean() {}

  /** The text without what can't be seen; line breaks and tabs stay, spaces at its ends go. */
  public static String lines(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
        .replaceAll("[\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]", "")
        .replaceAll("[\\p{Cs}\\p{Cn}]", "")
        .strip();
  }

  /** The same on one line. */
  public static String line(String text) {
    return lines(text).replaceAll("\\s+", " ");
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
