package dev.aiwf.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** A knowledge server that is reached at a port of its own. */
public final class Listening implements AutoCloseable {

  private final KnowledgeServer knowledge;
  private final Server jetty;
  private final ServerConnector connector;

  private Listening(KnowledgeServer knowledge, Server jetty, ServerConnector connector) {
    this.knowledge = knowledge;
    this.jetty = jetty;
    this.connector = connector;
  }

  /**
   * Listens; when this returns, it answers.
   *
   * @param port the port; 0 for any
   */
  public static Listening at(String host, int port, KnowledgeServer knowledge) {
    Server jetty = new Server(new VirtualThreadPool());
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    jetty.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    knowledge
        .servlets()
        .forEach((path, servlet) -> context.addServlet(new ServletHolder(servlet), path));
    jetty.setHandler(context);
    Listening listening = new Listening(knowledge, jetty, connector);
    try {
      jetty.start();
      return listening;
    } catch (IOException e) {
      listening.close();
      throw new UncheckedIOException(
          "Nothing can be listened to at %s:%d: %s".formatted(host, port, e.getMessage()), e);
    } catch (Exception e) {
      listening.close();
      throw new IllegalStateException("The knowledge server could not be started", e);
    }
  }

  /** The port it is reached at. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Waits until it has ended. */
  public void join() throws InterruptedException {
    jetty.join();
  }

  /** Ends the sessions, then the server. */
  @Override
  public void close() {
    knowledge.close();
    try {
      jetty.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The knowledge server could not be stopped", e);
    }
  }
}
