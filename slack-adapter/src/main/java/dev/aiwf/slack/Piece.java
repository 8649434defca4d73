package dev.aiwf.slack;

import com.google.gson.Gson;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;

/**
 * One of Slack's blocks with what is needed to fit it into a message.
 *
 * @param block the block
 * @param text what it says, or where it acts, what stands on its buttons
 * @param acts whether something in it can be pressed
 * @param weight how many characters it has as it is sent
 */
record Piece(LayoutBlock block, String text, boolean acts, int weight) {

  private static final Gson JSON = GsonFactory.createSnakeCase();

  static Piece says(LayoutBlock block, String text) {
    return new Piece(block, text, false, JSON.toJson(block).length());
  }

  static Piece acts(LayoutBlock block, String text) {
    return new Piece(block, text, true, JSON.toJson(block).length());
  }

  int lines() {
    return (int) text.lines().count();
  }
}
