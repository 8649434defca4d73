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
 */
public record Draft(
    String key, @Nullable PersonId by, @Nullable ChannelId origin, Content content) {

  /** Something aiwf says. */
  public static Draft of(String key, Content content) {
    return new Draft(key, null, null, content);
  }
}
