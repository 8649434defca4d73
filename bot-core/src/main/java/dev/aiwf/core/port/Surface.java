package dev.aiwf.core.port;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.project.ChannelId;
import org.jspecify.annotations.Nullable;

/** A platform on which messages can be shown. */
public interface Surface {

  /** The first part of its channels' ids, for example {@code slack}. */
  String name();

  /**
   * Waits until the platform takes one more message in that channel, or one more redraw. It is
   * asked before the message is read, so that what changes meanwhile is shown with it.
   *
   * @return whether it had to wait
   */
  default boolean held(ChannelId channel, boolean again) throws NotEver, InterruptedException {
    return false;
  }

  /**
   * Shows a message, or redraws it where it was shown before.
   *
   * @return the place within the platform and what the platform calls the message there
   */
  Posted show(Showing showing) throws NotNow, NotEver, InterruptedException;

  /**
   * Redraws a message that is still being written, if that can be done at once. What does not
   * arrive is no loss, for the whole message is shown in the end.
   */
  default void sketch(Showing showing) throws NotNow, NotEver, InterruptedException {}

  /** Tells one person something that the others in the channel do not see. */
  void whisper(ChannelId channel, @Nullable String root, Person person, Content content)
      throws NotNow, NotEver, InterruptedException;

  /**
   * What is to be shown.
   *
   * @param channel where
   * @param posting names this message in this channel, the same at every try
   * @param message what
   * @param posted what the platform called it when it was shown before
   * @param root what the platform called the project's status line in this channel
   * @param unsure whether an earlier try was cut off, so that it may stand there already
   */
  record Showing(
      ChannelId channel,
      String posting,
      Message message,
      @Nullable String posted,
      @Nullable String root,
      boolean unsure) {}

  /**
   * Where a message stands.
   *
   * @param place the platform's own name of the place
   * @param id the platform's own name of the message in it
   */
  record Posted(String place, String id) {}
}
