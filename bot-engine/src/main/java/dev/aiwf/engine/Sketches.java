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

  /** Pages are told oftener, for they only look here. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

  private final Database database;
  private final Followers followers;
  private final InstantSource clock;
  private final Map<ProjectId, Projects.Sketch> latest = new ConcurrentHashMap<>();

  Sketches(Database database, Followers followers, InstantSource clock) {
    this.database = database;
    this.followers = followers;
    this.clock = clock;
  }

  Optional<Projects.Sketch> of(ProjectId project) {
    return Optional.ofNullable(latest.get(project));
  }

  /** Begins to show one message. */
  Sketching begin(Sidecar sidecar, String key, Function<String, Optional<Surface>> surfaces) {
    return new Sketching(sidecar, key, surfaces);
  }

  /** One message as it grows. */
  final class Sketching implements AutoCloseable {
    private final Sidecar sidecar;
    private final String key;
    private final Function<String, Optional<Surface>> surfaces;
    private Instant next = Instant.MIN;
    private Instant nextLook = Instant.MIN;
    private @Nullable Thread hand;

    private Sketching(Sidecar sidecar, String key, Function<String, Optional<Surface>> surfaces) {
      this.sidecar = sidecar;
      this.key = key;
      this.surfaces = surfaces;
    }

    /** This much has arrived. Whoever looks at the page sees all, chats as often as they allow. */
    void shows(Content content) {
      latest.put(sidecar.id(), new Projects.Sketch(key, content));
      Instant now = clock.instant();
      if (!now.isBefore(nextLook)) {
        nextLook = now.plus(BETWEEN_LOOKS);
        followers.changed(sidecar.id());
      }
      if (!now.isBefore(next) && (hand == null || !hand.isAlive())) {
        next = now.plus(BETWEEN);
        hand = Thread.ofVirtual().name("aiwf-sketch").start(() -> show(content));
      }
    }

    private void show(Content content) {
      try {
        for (ChannelId channel : sidecar.team().channels()) {
          Optional<Surface> surface = surfaces.apply(channel.surface());
          if (surface.isPresent()) {
            show(surface.get(), channel, content);
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void show(Surface surface, ChannelId channel, Content content)
        throws InterruptedException {
      try {
        Optional<Surface.Showing> there =
            database.read(handle ->
                MessageTable.find(handle, sidecar.id(), key)
                    .flatMap(message ->
                        MessageTable.posting(handle, sidecar.id(), key, channel)
                            .map(posting ->
                                new Surface.Showing(
                                    channel,
                                    sidecar.id() + "/" + message.number(),
                                    with(message, content),
                                    posting.posted().id(),
                                    MessageTable.posting(
                                            handle, sidecar.id(), MessageKeys.STATUS, channel)
                                        .map(root -> root.posted().id())
                                        .orElse(null),
                                    false))));
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
      latest.remove(sidecar.id());
    }
  }
}
