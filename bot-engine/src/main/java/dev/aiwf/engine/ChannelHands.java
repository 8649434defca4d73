package dev.aiwf.engine;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.engine.rows.MessageTable;
import dev.aiwf.engine.rows.OutboxTable;
import dev.aiwf.engine.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Shows messages where people are, and whispers. */
final class ChannelHands {

  private static final Duration WHILE_OFF = Duration.ofMinutes(1);

  private final Database database;
  private volatile Map<String, Surface> surfaces = Map.of();

  ChannelHands(Database database) {
    this.database = database;
  }

  /** Where messages can be shown from now on. */
  void reach(List<Surface> connected) {
    surfaces =
        connected.stream()
            .collect(Collectors.toUnmodifiableMap(Surface::name, Function.identity()));
  }

  /** A surface by its name, if it is connected. */
  Optional<Surface> connected(String surface) {
    return Optional.ofNullable(surfaces.get(surface));
  }

  Done show(OutboxTable.Taken taken, Effect.Show show)
      throws NotNow, NotEver, InterruptedException {
    ProjectId project = taken.project();
    Wanted wanted = database.read(handle -> Wanted.of(handle, project, show));
    if (wanted.stands()) {
      return Done.NOTHING;
    }
    Surface surface = surface(show.channel());
    if (surface.held(show.channel(), wanted.posting().isPresent())) {
      wanted = database.read(handle -> Wanted.of(handle, project, show));
    }
    Optional<Message> message = wanted.message();
    if (message.isEmpty() || wanted.stands()) {
      return Done.NOTHING;
    }
    Surface.Posted posted =
        surface.show(
            new Surface.Showing(
                show.channel(),
                project + "/" + message.get().number(),
                message.get(),
                wanted.posting().map(p -> p.posted().id()).orElse(null),
                wanted.root(),
                taken.unsure() || wanted.doubted()));
    return handle -> {
      MessageTable.posted(
          handle, project, show.message(), show.channel(), posted, message.get().seq());
      return Optional.empty();
    };
  }

  Done whisper(ProjectId project, Effect.Whisper whisper)
      throws NotNow, NotEver, InterruptedException {
    surface(whisper.channel())
        .whisper(
            whisper.channel(),
            database.read(handle -> root(handle, project, whisper.channel())),
            whisper.person(),
            whisper.content());
    return Done.NOTHING;
  }

  private Surface surface(ChannelId channel) throws NotNow {
    Surface surface = surfaces.get(channel.surface());
    if (surface == null) {
      throw new NotNow(channel.surface() + " is not connected", WHILE_OFF);
    }
    return surface;
  }

  private static @Nullable String root(Handle handle, ProjectId project, ChannelId channel) {
    return MessageTable.posting(handle, project, MessageKeys.STATUS, channel)
        .map(posting -> posting.posted().id())
        .orElse(null);
  }

  /**
   * A message that is to be shown, all of it read at one time.
   *
   * @param posting where it stands already
   * @param root under what it stands
   * @param doubted whether it was tried before and may stand there although nobody was told
   */
  private record Wanted(
      Optional<Message> message,
      Optional<MessageTable.Posting> posting,
      @Nullable String root,
      boolean doubted) {

    /** Whether there is nothing to be shown that does not stand there already. */
    boolean stands() {
      return message
          .filter(said -> posting.filter(there -> there.seq() >= said.seq()).isEmpty())
          .isEmpty();
    }

    static Wanted of(Handle handle, ProjectId project, Effect.Show show) {
      return new Wanted(
          MessageTable.find(handle, project, show.message()),
          MessageTable.posting(handle, project, show.message(), show.channel()),
          ChannelHands.root(handle, project, show.channel()),
          OutboxTable.doubted(handle, show));
    }
  }
}
