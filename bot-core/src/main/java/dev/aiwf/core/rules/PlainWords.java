package dev.aiwf.core.rules;

import dev.aiwf.core.secret.Secrets;
import java.util.regex.Pattern;

/**
 * Text as nothing but words, for places where it is read by others than it was typed for: without
 * markup, without addresses, without secrets, on one line.
 */
public final class PlainWords {

  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\[]*)]\\([^()]*\\)");
  private static final Pattern LINE_MARK =
      Pattern.compile("(?m)^[ \\t]*(?:#{1,6}|>+|[-+*]|\\d{1,3}\\.)[ \\t]+");
  private static final Pattern MARK = Pattern.compile("[*`]|__|~~");
  private static final Pattern TAG = Pattern.compile("<[A-Za-z/!?][^<>]*>");
  private static final Pattern HALF_A_TAG = Pattern.compile("<(?=[A-Za-z/!?])");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:[a-z][a-z0-9+.-]*://|(?:javascript|vbscript|data|mailto):(?=\\S)|\\bwww\\.)\\S*",
          Pattern.CASE_INSENSITIVE);

  private PlainWords() {}

  /** At most so many characters of it. */
  public static String of(String text, int most) {
    String words = Secrets.masked(Clean.lines(text));
    words = LINK.matcher(words).replaceAll("$1");
    words = LINE_MARK.matcher(words).replaceAll("");
    // In this order: what is left where one was taken out may make one of the next.
    words = MARK.matcher(words).replaceAll("");
    words = TAG.matcher(words).replaceAll(" ");
    words = HALF_A_TAG.matcher(words).replaceAll("");
    words = ADDRESS.matcher(words).replaceAll("(address left out)");
    return Clean.shortened(Clean.line(words), most);
  }
}
