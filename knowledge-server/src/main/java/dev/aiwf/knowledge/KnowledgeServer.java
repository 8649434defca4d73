package dev.aiwf.knowledge;

import dev.aiwf.knowledge.http.Door;
import dev.aiwf.knowledge.http.Guard;
import dev.aiwf.knowledge.http.PlainRoutes;
import dev.aiwf.knowledge.items.Library;
import dev.aiwf.knowledge.items.Problem;
import dev.aiwf.knowledge.mcp.Mcp;
import dev.aiwf.knowledge.tools.Toolbox;
import jakarta.servlet.http.HttpServlet;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The knowledge base with all the ways in which it can be asked. */
public final class KnowledgeServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeServer.class);

  /** Every few seconds: an editor's save shows while its author still looks. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

  private final KnowledgeSettings settings;
  private final Keeper keeper;
  private final Toolbox toolbox;
  private final Guard guard;
  private final Mcp mcp;
  private final ScheduledExecutorService watcher =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("knowledge-watch").factory());

  private KnowledgeServer(KnowledgeSettings settings, InstantSource clock, LongSupplier nanos) {
    this.settings = settings;
    this.keeper = new Keeper(settings.folders());
    this.toolbox = new Toolbox(keeper::catalog, nanos);
    this.guard =
        new Guard(
            new Door(settings.hosts(), settings.trustsLoopback(), settings.key()),
            settings.limits(),
            clock,
            nanos);
    this.mcp = new Mcp(toolbox, settings.version());
  }

  /**
   * Reads what there is. It can then be mounted, or asked over a program's input and output.
   *
   * @param clock says when a session was used
   * @param nanos says how long something took
   */
  public static KnowledgeServer open(
      KnowledgeSettings settings, InstantSource clock, LongSupplier nanos) {
    return new KnowledgeServer(settings, clock, nanos);
  }

  /**
   * What is to be mounted where; to be called once. Each servlet checks for itself who comes, and
   * keeps requests open, so it wants to be asynchronous.
   */
  public Map<String, HttpServlet> servlets() {
    int largest = settings.limits().largest();
    HttpServlet plain = guard.before(new PlainRoutes(toolbox, keeper::problems));
    HttpServlet streamable =
        guard.beforeSessions(mcp.streamable(settings.limits().idle(), largest));
    HttpServlet sse = guard.beforeStreams(mcp.sse(largest));
    return Map.of(PlainRoutes.BELOW + "*", plain, Mcp.STREAMABLE, streamable, Mcp.SSE + "/*", sse);
  }

  /** Speaks MCP over a program's input and output. */
  public void stdio(InputStream in, OutputStream out) {
    mcp.stdio(in, out);
  }

  /** All that is known now. */
  public Library library() {
    return keeper.catalog().library();
  }

  /** The topics that somebody means by these words. */
  public Set<String> topicsMeantBy(String words) {
    return keeper.catalog().index().topicsMeantBy(words);
  }

  /** All that is wrong with the files now. */
  public List<Problem> problems() {
    return keeper.problems();
  }

  /** Looks once whether files have changed. */
  public void look() {
    keeper.look(mcp::changed);
  }

  /** Looks from now on, every few seconds. */
  public void watch() {
    var _ =
        watcher.scheduleWithFixedDelay(
            this::lookAnyway,
            BETWEEN_LOOKS.toMillis(),
            BETWEEN_LOOKS.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** What fails now may be well at the next look; an exception would end all looking. */
  private void lookAnyway() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.warn("The folders of the knowledge base could not be read; what was read stays", e);
    }
  }

  /** Ends all sessions and stops looking. */
  @Override
  public void close() {
    watcher.shutdownNow();
    mcp.close();
  }
}
