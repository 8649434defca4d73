package dev.aiwf.testkit.discord;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an app made of something that somebody did, within three seconds.
 *
 * @param kind how it was acknowledged
 * @param event what was delivered
 * @param post what only they see; none where nothing was said at once
 * @param modal the form that opened, if one did
 * @param choices what was offered to complete what they type
 */
public record Answer(
    Kind kind, JsonNode event, @Nullable Post post, @Nullable Modal modal, List<String> choices) {

  /** How it was acknowledged. */
  public enum Kind {
    /** Not within three seconds. */
    NONE,
    /** Something was said. */
    MESSAGE,
    /** Something is to be said later. */
    LATER,
    /** It was taken, and nothing need be said. */
    TAKEN,
    /** The message was redrawn. */
    REDRAWN,
    /** Choices are offered. */
    CHOICES,
    /** A form opened. */
    FORM
  }

  /** Whether it was acknowledged. */
  public boolean acknowledged() {
    return kind != Kind.NONE;
  }

  /** What was said to them alone, without styling; empty where nothing was. */
  public String said() {
    return post == null ? "" : post.shown();
  }

  /** The form that opened. */
  public Modal form() {
    if (modal == null) {
      throw new AssertionError("No form opened, but " + kind + " " + said());
    }
    return modal;
  }
}
