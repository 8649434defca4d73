package dev.aiwf.discord;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.port.Unreachable;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/** Messages on their way into channels and threads: each is posted once, and then redrawn. */
record Posts(DiscordApi api, Threads threads, ReadBack readBack) {

  /** What Discord says where the message is gone, was never ours, or was put away. */
  private static final Set<Integer> UNSEEN =
      Set.of(
          DiscordErrors.UNKNOWN_MESSAGE,
          DiscordErrors.UNKNOWN_CHANNEL,
          DiscordErrors.NOT_OURS,
          DiscordErrors.ARCHIVED);

  private static final String NO_THREAD =
      "The thread is gone. Start the project again in a channel, by its name.";

  /** The status line, of which the thread is made. */
  String top(DiscordChannel place, Surface.Showing showing, Drawn drawn, Title title)
      throws NotNow, NotEver, InterruptedException {
    String known = showing.posted();
    ForumChannel forum = known == null ? threads.toBegin(place) : threads.toGoOn(place);
    if (known == null && showing.unsure()) {
      known = found(place, showing, forum).orElse(null);
    }
    if (known != null) {
      String holds = forum == null ? place.channel() : known;
      if (redrawn(holds, known, drawn)) {
        return known;
      }
    }
    if (forum != null) {
      return forumPost(forum, drawn, title);
    }
    String id =
        posted(place.channel(), once(showing.posting(), known), drawn).orElseThrow(Posts::noPlace);
    var _ = threads.make(place.channel(), id, title.name());
    return id;
  }

  private static Unreachable noPlace() {
    return new Unreachable(NO_THREAD);
  }

  private Optional<String> found(
      DiscordChannel place, Surface.Showing showing, @Nullable ForumChannel forum)
      throws NotNow, NotEver, InterruptedException {
    if (forum == null) {
      Optional<String> found =
          readBack.find(place.channel(), showing.posting(), showing.message().at());
      if (found.isPresent()) {
        var _ = threads.make(place.channel(), found.get(), place.project().value());
      }
      return found;
    }
    DataArray open =
        api.call(Route.Guilds.LIST_ACTIVE_THREADS.compile(place.guild()), null)
            .object()
            .getArray("threads");
    for (int i = 0; i < open.length(); i++) {
      DataObject thread = open.getObject(i);
      if (place.channel().equals(thread.getString("parent_id", ""))) {
        Optional<String> found =
            readBack.find(thread.getString("id"), showing.posting(), showing.message().at());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private String forumPost(ForumChannel forum, Drawn drawn, Title title)
      throws NotNow, NotEver, InterruptedException {
    try (MessageCreateData data = drawn.data()) {
      DataObject body =
          DataObject.empty()
              .put("name", title.name())
              .put("auto_archive_duration", Threads.UNTIL_ARCHIVED)
              .put("message", data.toData())
              .put("applied_tags", Threads.tags(forum, title.phase()));
      Answered answer =
          api.call(
                  Set.of(),
                  Route.Channels.CREATE_THREAD.compile(forum.getId()),
                  body,
                  data.getAllDistinctFiles())
              .orElseThrow(Posts::noPlace);
      return answer.object().getString("id");
    }
  }

  /** Anything else, which stands in the thread. */
  String below(DiscordChannel place, Surface.Showing showing, Drawn drawn, Title title)
      throws NotNow, NotEver, InterruptedException {
    String thread = showing.root();
    if (thread == null) {
      throw new NotNow("The project's thread does not stand yet.", (Throwable) null);
    }
    var _ = threads.toGoOn(place);
    String known = showing.posted();
    if (known == null && showing.unsure()) {
      known = readBack.find(thread, showing.posting(), showing.message().at()).orElse(null);
    }
    if (known != null && redrawn(thread, known, drawn)) {
      return known;
    }
    threads.openIfArchived(thread);
    String nonce = once(showing.posting(), known);
    Optional<String> id = posted(thread, nonce, drawn);
    if (id.isEmpty() && threads.make(place.channel(), thread, title.name())) {
      id = posted(thread, nonce, drawn);
    }
    return id.orElseThrow(Posts::noPlace);
  }

  /** What stood there and is gone would come back instead of a new one, for some minutes. */
  private static String once(String posting, @Nullable String gone) {
    return ReadBack.nonce(gone == null ? posting : posting + " after " + gone);
  }

  /** None if there is no such channel any more. */
  private Optional<String> posted(String channel, String nonce, Drawn drawn)
      throws NotNow, NotEver, InterruptedException {
    try (MessageCreateData data = drawn.data()) {
      DataObject body = data.toData().put("nonce", nonce).put("enforce_nonce", true);
      return api.call(
              Set.of(DiscordErrors.UNKNOWN_CHANNEL),
              Route.Messages.SEND_MESSAGE.compile(channel),
              body,
              data.getAllDistinctFiles())
          .map(answer -> answer.object().getString("id"));
    }
  }

  /** Whether there still is such a message. */
  private boolean redrawn(String channel, String id, Drawn drawn)
      throws NotNow, NotEver, InterruptedException {
    try (MessageCreateData data = drawn.data()) {
      DataObject body = data.toData();
      if (data.getAllDistinctFiles().isEmpty()) {
        body.put("attachments", DataArray.empty());
      }
      Route.CompiledRoute route = Route.Messages.EDIT_MESSAGE.compile(channel, id);
      int error = api.tried(UNSEEN, route, body, data.getAllDistinctFiles());
      if (error == DiscordErrors.ARCHIVED) {
        threads.open(channel);
        error = api.tried(UNSEEN, route, body, data.getAllDistinctFiles());
      }
      return error == 0;
    }
  }

  void sketch(String thread, String id, Drawn drawn) throws NotNow, NotEver, InterruptedException {
    try (MessageCreateData data = drawn.data()) {
      if (data.getAllDistinctFiles().isEmpty()) {
        api.hurry(Route.Messages.EDIT_MESSAGE.compile(thread, id), data.toData());
      }
    }
  }
}
