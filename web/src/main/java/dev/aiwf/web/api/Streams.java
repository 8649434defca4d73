package dev.aiwf.web.api;

import dev.aiwf.web.access.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams of server-sent events. Each blocks the thread of its request, which is a virtual one, for
 * as long as somebody listens.
 */
final class Streams implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Streams.class);

  private final Duration heartbeat;
  private final Semaphore room;
  private final Set<Semaphore> listening = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Streams(Duration heartbeat, int most) {
    this.heartbeat = heartbeat;
    this.room = new Semaphore(most);
  }

  /**
   * Sends what a feed has, and what it then gets, until the client is gone.
   *
   * @param follow calls back whenever there may be more
   */
  void run(HttpServletResponse response, Function<Runnable, AutoCloseable> follow, Feed feed) {
    if (!room.tryAcquire()) {
      throw Problem.of(Problem.Code.TOO_MANY, "So many are listening that no more fit just now.");
    }
    Semaphore news = new Semaphore(0);
    // Followed first and read then: what happens in between is in what is read.
    try (AutoCloseable _ = follow.apply(news::release)) {
      listening.add(news);
      send(response, news, feed);
    } catch (IOException e) {
      log.debug("a listener is gone: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("following ends without exceptions", e);
    } finally {
      listening.remove(news);
      room.release();
    }
  }

  private void send(HttpServletResponse response, Semaphore news, Feed feed)
      throws IOException, InterruptedException {
    response.setStatus(200);
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    // Asks proxies not to hold events back.
    response.setHeader("X-Accel-Buffering", "no");
    OutputStream out = response.getOutputStream();
    comment(out, "following");
    while (true) {
      news.drainPermits();
      if (closed) {
        return;
      }
      feed.send(new Written(out));
      out.flush();
      if (!news.tryAcquire(heartbeat.toNanos(), TimeUnit.NANOSECONDS)) {
        comment(out, "still here");
      }
    }
  }

  private static void comment(OutputStream out, String words) throws IOException {
    out.write((": " + words + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** JSON on one line needs no care for line breaks. */
  private static void event(OutputStream out, String name, String id, String data)
      throws IOException {
    out.write(
        ("event: " + name + "\nid: " + id + "\ndata: " + data + "\n\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Ends all streams, each after a whole event; their clients come back by themselves. */
  @Override
  public void close() {
    closed = true;
    listening.forEach(Semaphore::release);
  }

  /** Where events come from; it remembers how far it has come. */
  interface Feed {
    /** Sends all there is and was not sent. */
    void send(Events events) throws IOException, InterruptedException;
  }

  /** Where events go. */
  interface Events {
    void send(String name, String id, String data) throws IOException;

    /** Has what was sent go out now. */
    void flush() throws IOException;
  }

  /** Events that go to one who listens. */
  private record Written(OutputStream out) implements Events {
    @Override
    public void send(String name, String id, String data) throws IOException {
      event(out, name, id, data);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
