package dev.aiwf.testkit.slack;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A file that was brought into a channel.
 *
 * @param channel where
 * @param thread the message it stands below; none at the channel's top
 * @param name what it is called
 * @param title what stands over it
 * @param content what is in it, each letter a byte
 */
public record Stored(
    String channel, @Nullable String thread, String name, String title, String content) {

  static Stored of(
      String channel, @Nullable String thread, String name, String title, byte[] bytes) {
    return new Stored(channel, thread, name, title, new String(bytes, StandardCharsets.ISO_8859_1));
  }

  byte[] bytes() {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What is in it, if it is text. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
