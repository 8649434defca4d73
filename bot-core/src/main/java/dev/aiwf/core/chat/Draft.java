package dev.aiwf.core.chat;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ChannelId;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to be said, or redrawn if its key was used before.
 *
 * @param key what it is for
 * @param by who says it; none when aiwf speaks
 * @param origin the channel where it stands already, because a person typed it there
 * @param content what it says
 * @param redraw whether it only changes what was said before, and is nothing where that was not
 */
public record Draft(
    String key,
    @Nullable PersonId by,
    @Nullable ChannelId origin,
    Content content,
    boolean redraw) {

  /** Something that is said. */
  public Draft(String key, @Nullable PersonId by, @Nullable ChannelId origin, Content content) {
    this(key, by, origin, content, false);
  }

  /** A change of what aiwf may have said before. */
  public static Draft redraw(String key, Content content) {
    return new Draft(key, null, null, content, true);
  }

  /** Something aiwf says. */
  public static Draft of(String key, Content content) {
    return new Draft(key, null, null, content);
  }
}
