package dev.aiwf.knowledge.http;

import dev.aiwf.knowledge.tools.Answer;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Stands before servlets: lets in whom the door lets in, and no more of them than there is room
 * for.
 */
public final class Guard {

  private static final String SESSION = "Mcp-Session-Id";
  private static final int SOON = 1;
  private static final int LATER = 60;
  private static final int CHUNK = 16 * 1024;
  private static final int MOST_CHUNKS = 64;

  private final Door door;
  private final Limits limits;
  private final Rates rates;
  private final Sessions sessions;
  private final Semaphore streams;

  /**
   * A guard for all servlets of a server.
   *
   * @param clock says when a session was used
   * @param nanos says how fast requests come
   */
  public Guard(Door door, Limits limits, InstantSource clock, LongSupplier nanos) {
    this.door = door;
    this.limits = limits;
    this.rates = new Rates(limits, nanos);
    this.sessions = new Sessions(limits, clock);
    this.streams = new Semaphore(limits.sessions());
  }

  /** Stands before a servlet that answers each request at once. */
  public HttpServlet before(HttpServlet servlet) {
    return new Guarded(servlet, Keeps.NOTHING);
  }

  /**
   * Stands before a servlet whose every session is a stream that stays open: what else comes
   * belongs to one of these.
   */
  public HttpServlet beforeStreams(HttpServlet servlet) {
    return new Guarded(servlet, Keeps.STREAMS);
  }

  /** Stands before a servlet that keeps sessions, and may keep streams for them. */
  public HttpServlet beforeSessions(HttpServlet servlet) {
    return new Guarded(servlet, Keeps.SESSIONS);
  }

  /** What a servlet keeps from one request to the next. */
  private enum Keeps {
    NOTHING,
    STREAMS,
    SESSIONS
  }

  private Optional<Answer.Failed> refuses(HttpServletRequest request) {
    Optional<Answer.Failed> outside = door.refuses(request);
    if (outside.isPresent()) {
      return outside;
    }
    if (request.getContentLengthLong() > limits.largest()) {
      return Optional.of(
          new Answer.Failed(
              Answer.Code.VALIDATION_ERROR,
              "A request has %,d bytes at most.".formatted(limits.largest()),
              Map.of("largest", limits.largest()),
              0));
    }
    // A program on this machine could slow it down in simpler ways.
    return door.isTrusted(request) || rates.take(request.getRemoteAddr())
        ? Optional.empty()
        : Optional.of(busy("These are too many requests at once.", SOON));
  }

  private static Answer.Failed busy(String message, int retryAfter) {
    return new Answer.Failed(
        Answer.Code.RATE_LIMITED, message + " Try again later.", Map.of(), retryAfter);
  }

  private final class Guarded extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient HttpServlet inner;
    private final Keeps keeps;

    Guarded(HttpServlet inner, Keeps keeps) {
      this.inner = inner;
      this.keeps = keeps;
    }

    @Override
    public void init() throws ServletException {
      inner.init(getServletConfig());
    }

    @Override
    public void destroy() {
      inner.destroy();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      Optional<Answer.Failed> refusal = refuses(request);
      if (refusal.isPresent()) {
        // Whoever is answered while still sending may meet the end of the connection instead of the
        // answer, so what comes with it is read as well, as far as that goes.
        if (!isReadToItsEnd(request)) {
          response.setHeader("Connection", "close");
        }
        Written.answer(response, refusal.get());
      } else if (keeps != Keeps.NOTHING && request.getMethod().equals("GET")) {
        stream(request, response);
      } else if (keeps == Keeps.SESSIONS) {
        session(request, response);
      } else {
        inner.service(request, response);
      }
    }

    private static boolean isReadToItsEnd(HttpServletRequest request) {
      // Whoever asks before sending has not sent anything yet, and need not.
      if (request.getHeader("Expect") != null) {
        return false;
      }
      byte[] passedOver = new byte[CHUNK];
      try {
        for (int chunks = 0; chunks < MOST_CHUNKS; chunks++) {
          if (request.getInputStream().readNBytes(passedOver, 0, CHUNK) < CHUNK) {
            return true;
          }
        }
        return false;
      } catch (IOException e) {
        return false;
      }
    }

    private void session(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      String session = request.getHeader(SESSION);
      if (session == null && !sessions.hasRoom()) {
        Written.answer(response, busy("There are too many sessions.", LATER));
        return;
      }
      if (session != null) {
        sessions.useAgain(session);
      }
      inner.service(request, response);
      String begun = response.getHeader(SESSION);
      if (session == null && begun != null) {
        sessions.use(begun);
      }
      if (session != null && request.getMethod().equals("DELETE")) {
        sessions.end(session);
      }
    }

    private void stream(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      if (!streams.tryAcquire()) {
        Written.answer(response, busy("There are too many open streams.", LATER));
        return;
      }
      boolean stays = false;
      try {
        inner.service(request, response);
        if (request.isAsyncStarted()) {
          request.getAsyncContext().addListener(new Release());
          stays = true;
        }
      } finally {
        if (!stays) {
          streams.release();
        }
      }
    }
  }

  /** Makes room when a stream has come to its end, which every end is told as. */
  private final class Release implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      streams.release();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
