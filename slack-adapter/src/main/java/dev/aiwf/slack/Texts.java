package dev.aiwf.slack;

import com.slack.api.model.block.composition.PlainTextObject;
import dev.aiwf.core.rules.Clean;

/** Plain text, cut to where it fits and kept from becoming markup. */
final class Texts {

  private Texts() {}

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
