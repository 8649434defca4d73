package dev.aiwf.discord;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Unreachable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** The threads that projects live in: one is made of a message and has its id. */
record Threads(DiscordApi api) {

  /** A week without a word. */
  static final int UNTIL_ARCHIVED = 10_080;

  /** Where a project is to live: the forum, if that is what it is. Says what keeps aiwf out. */
  @Nullable ForumChannel toBegin(DiscordChannel place) throws NotNow, NotEver {
    GuildChannel known = standing(place);
    Needed.toBegin(known);
    return known instanceof ForumChannel forum ? forum : null;
  }

  /** Where a project lives already, and less is needed. */
  @Nullable ForumChannel toGoOn(DiscordChannel place) throws NotNow, NotEver {
    GuildChannel known = standing(place);
    Needed.toGoOn(known);
    return known instanceof ForumChannel forum ? forum : null;
  }

  private GuildChannel standing(DiscordChannel place) throws NotNow, NotEver {
    GuildChannel known = api.jda().getChannelById(GuildChannel.class, place.channel());
    if (known == null && api.jda().isUnavailable(Long.parseUnsignedLong(place.guild()))) {
      throw new NotNow("Discord has an outage in that server.", (Throwable) null);
    }
    if (known == null) {
      throw new Unreachable(
          api.jda().getGuildById(place.guild()) == null
              ? "aiwf is not in that server any more. ./aiwf setup discord prints the link that"
                  + " brings it back."
              : "aiwf does not see that channel any more: it is gone, or View Channels is missing"
                  + " in it. Let aiwf view it, or start the project in another one.");
    }
    return known;
  }

  /** Makes a message's thread, if it has none yet; none if the message is gone. */
  boolean make(String channel, String message, String name)
      throws NotNow, NotEver, InterruptedException {
    DataObject body =
        DataObject.empty().put("name", name).put("auto_archive_duration", UNTIL_ARCHIVED);
    Optional<?> made =
        api.call(
            Set.of(DiscordErrors.HAS_A_THREAD, DiscordErrors.UNKNOWN_MESSAGE),
            Route.Channels.CREATE_THREAD_FROM_MESSAGE.compile(channel, message),
            body);
    return made.isPresent();
  }

  /** Opens a thread if it is known to be put away. */
  void openIfArchived(String thread) throws NotNow, NotEver, InterruptedException {
    ThreadChannel known = api.jda().getThreadChannelById(thread);
    if (known == null || known.isArchived()) {
      open(thread);
    }
  }

  /** Opens a thread that was put away; what is pressed there would not arrive. */
  void open(String thread) throws NotNow, NotEver, InterruptedException {
    int error =
        api.tried(
            Set.of(
                DiscordErrors.UNKNOWN_CHANNEL,
                DiscordErrors.MISSING_PERMISSIONS,
                DiscordErrors.LOCKED),
            Route.Channels.MODIFY_CHANNEL.compile(thread),
            DataObject.empty().put("archived", false),
            List.of());
    if (error == DiscordErrors.MISSING_PERMISSIONS || error == DiscordErrors.LOCKED) {
      throw new Unreachable(
          "The project's thread is locked. A moderator can unlock it, or allow aiwf Manage Threads"
              + " in its channel.");
    }
  }

  /** The tag of a forum that is called like a phase, as what a post is tagged with. */
  static DataArray tags(@Nullable ForumChannel forum, String phase) {
    DataArray tags = DataArray.empty();
    if (forum != null) {
      forum.getAvailableTags().stream()
          .filter(tag -> tag.getName().equalsIgnoreCase(phase))
          .findFirst()
          .ifPresent(tag -> tags.add(tag.getId()));
    }
    return tags;
  }
}
