package dev.aiwf.core.rules;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Takes out of text what people can't see: control characters, and marks that turn its direction.
 */
public final class Clean {

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
  private static final Pattern DIRECTIONS =
      Pattern.compile("[\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");
  private static final Pattern NO_LETTERS = Pattern.compile("[\\p{Cs}\\p{Cn}]");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Clean() {}

  /** The text without what can't be seen; line breaks and tabs stay, spaces at its ends go. */
  public static String lines(String text) {
    // Nearly every text is plain, and every text comes through here, some of them often.
    if (plain(text)) {
      return text.strip();
    }
    String normal =
        Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n").replace('\r', '\n');
    return without(NO_LETTERS, without(DIRECTIONS, without(CONTROLS, normal))).strip();
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\t') || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static String without(Pattern unwanted, String text) {
    return unwanted.matcher(text).replaceAll("");
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
