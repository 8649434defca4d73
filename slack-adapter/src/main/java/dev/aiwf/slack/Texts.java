package dev.aiwf.slack;

import com.slack.api.model.block.composition.PlainTextObject;
import dev.aiwf.core.rules.Clean;
import java.util.ArrayList;
import java.util.List;

/** Plain text, cut to where it fits and kept from becoming markup. */
final class Texts {

  private Texts() {}

  /** The whole text in pieces of at most so many characters, cut at a space where there is one. */
  static List<String> pieces(String text, int most) {
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

  /**
   * A text object that is never read as markup, so that nothing typed by anybody can become a
   * mention or a link. Emoji names stay as they were typed.
   */
  static PlainTextObject plain(String text, int most) {
    return PlainTextObject.builder().text(Clean.shortened(text, most)).emoji(false).build();
  }

  /**
   * The text beside the blocks, which notifications show. Slack reads this one as markup: escaped
   * like this, {@code <!channel>} is five words and no call.
   */
  static String fallback(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return escaped.length() <= SlackLimits.FALLBACK
        ? escaped
        : fallback(Clean.shortened(text, Math.max(2, text.length() * 9 / 10)));
  }
}
