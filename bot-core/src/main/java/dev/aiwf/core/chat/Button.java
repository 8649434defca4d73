package dev.aiwf.core.chat;

import org.jspecify.annotations.Nullable;

/**
 * A button.
 *
 * @param control the short id that a surface hands back when it is pressed
 * @param label what stands on it
 * @param letter the key that stands for it in a menu
 * @param style how much it draws the eye
 * @param press what pressing it means
 */
public record Button(
    String control, String label, @Nullable String letter, Style style, Press press) {

  /** How much a button draws the eye. */
  public enum Style {
    PLAIN,
    PRIMARY,
    DANGER
  }
}
