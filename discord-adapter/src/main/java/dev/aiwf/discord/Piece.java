package dev.aiwf.discord;

import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message with what is needed to fit it in.
 *
 * @param text what it says in Discord's Markdown; empty where it only acts
 * @param acts what can be pressed there; none where it only says something
 * @param components how many components that is
 */
record Piece(String text, @Nullable MessageTopLevelComponent acts, int components) {

  static Piece says(String text) {
    return new Piece(text, null, 1);
  }

  static Piece acts(MessageTopLevelComponent component, int components) {
    return new Piece("", component, components);
  }

  /** Something to press beside what it is about. */
  static Piece beside(String text, MessageTopLevelComponent component) {
    return new Piece(text, component, 3);
  }

  static int weight(List<Piece> pieces) {
    return pieces.stream().mapToInt(piece -> piece.text().length() + 1).sum();
  }
}
