package dev.aiwf.engine;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.engine.rows.MessageTable;
import dev.aiwf.engine.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows what has arrived of a message that is still being written. Nothing of it is kept: what is
 * missed comes with the next one, and the whole message comes as an effect.
 */
final class Sketches {

  private static final Logger LOG = LoggerFactory.getLogger(Sketches.class);

  /** Chats allow an edit of a message about once a second. */
  private static final Duration BETWEEN = Duration.ofMillis(1_200);

  private final Database database;
  private final InstantSource clock;
  private final Followers followers = new Followers();
  private final Map<ProjectId, Sketching> growing = new ConcurrentHashMap<>();

  Sketches(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  Optional<Message> of(ProjectId project) {
    return Optional.ofNullable(growing.get(project)).flatMap(Sketching::now);
  }

  Projects.Following follow(ProjectId project, Runnable arrived) {
    return followers.follow(project, arrived);
  }

  /**
   * Begins to show one message.
   *
   * @param drawn how what has arrived is shown; asked only for what somebody sees
   */
  Sketching begin(
      Sidecar sidecar,
      String key,
      Function<String, Content> drawn,
      Function<String, Optional<Surface>> surfaces) {
    Optional<Message> message =
        database.read(handle -> MessageTable.find(handle, sidecar.id(), key));
    Sketching sketching = new Sketching(sidecar, message, drawn, surfaces);
    growing.put(sidecar.id(), sketching);
    return sketching;
  }

  /** One message as it grows. */
  final class Sketching implements AutoCloseable {
    private final Sidecar sidecar;
    private final Optional<Message> message;
    private final Function<String, Content> drawn;
    private final Function<String, Optional<Surface>> surfaces;
    private volatile String arrived = "";
    private Instant next = Instant.MIN;
    private @Nullable Thread hand;

    private Sketching(
        Sidecar sidecar,
        Optional<Message> message,
        Function<String, Content> drawn,
        Function<String, Optional<Surface>> surfaces) {
      this.sidecar = sidecar;
      this.message = message;
      this.drawn = drawn;
      this.surfaces = surfaces;
    }

    /** This much has arrived. Whoever looks at the page sees all, chats as often as they allow. */
    void shows(String soFar) {
      arrived = soFar;
      Instant now = clock.instant();
      followers.changed(sidecar.id());
      if (!now.isBefore(next) && (hand == null || !hand.isAlive())) {
        next = now.plus(BETWEEN);
        hand = Thread.ofVirtual().name("aiwf-sketch").start(this::show);
      }
    }

    private Optional<Message> now() {
      String soFar = arrived;
      return soFar.isEmpty()
          ? Optional.empty()
          : message.map(begun -> with(begun, drawn.apply(soFar)));
    }

    private void show() {
      try {
        for (ChannelId channel : sidecar.team().channels()) {
          Optional<Surface> surface = surfaces.apply(channel.surface());
          Optional<Message> now = surface.flatMap(_ -> now());
          if (surface.isPresent() && now.isPresent()) {
            show(surface.get(), channel, now.get());
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void show(Surface surface, ChannelId channel, Message now) throws InterruptedException {
      try {
        Optional<Surface.Showing> there =
            database.read(handle ->
                MessageTable.posting(handle, sidecar.id(), now.key(), channel)
                    .map(posting ->
                        new Surface.Showing(
                            channel,
                            sidecar.id() + "/" + now.number(),
                            now,
                            posting.posted().id(),
                            MessageTable.posting(handle, sidecar.id(), MessageKeys.STATUS, channel)
                                .map(root -> root.posted().id())
                                .orElse(null),
                            false)));
        if (there.isPresent()) {
          surface.sketch(there.get());
        }
      } catch (NotNow | NotEver | RuntimeException e) {
        LOG.debug("A message is not shown while it grows; it comes whole", e);
      }
    }

    private static Message with(Message message, Content content) {
      return new Message(
          message.number(), message.seq(), message.key(), message.by(), message.at(), content);
    }

    /** Nothing is shown after this, so that no piece ever covers the whole. */
    @Override
    public void close() {
      if (hand != null) {
        try {
          hand.join();
        } catch (InterruptedException e) {
          hand.interrupt();
          Thread.currentThread().interrupt();
        }
      }
      growing.remove(sidecar.id(), this);
    }
  }
}
