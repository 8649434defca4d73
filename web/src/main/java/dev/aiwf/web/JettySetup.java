package dev.aiwf.web;

import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * The server underneath: virtual threads, few words about itself, a polite end.
 *
 * @param settings where it listens
 */
record JettySetup(WebSettings settings) {

  private static final long LARGEST_FORM = 256 * 1024;
  private static final long MILLIS_TO_END = 5_000;
  private static final long IDLE_MILLIS_AT_END = 20;

  void at(JavalinConfig config) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = LARGEST_FORM;
    config.router.ignoreTrailingSlashes = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(JettySetup::sayLittle);
    config.jetty.modifyServer(JettySetup::endPolitely);
    config.jetty.addConnector(this::connector);
  }

  /** What can't even be read as a request never comes as far as our own pages. */
  private static void sayLittle(Server server) {
    ErrorHandler errors = new ErrorHandler();
    errors.setShowStacks(false);
    errors.setShowCauses(false);
    server.setErrorHandler(errors);
  }

  /** What is being answered when the server ends is answered first. */
  private static void endPolitely(Server server) {
    server.setStopTimeout(MILLIS_TO_END);
    server.setHandler(new GracefulHandler());
  }

  private Connector connector(Server server, HttpConfiguration http) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    // A browser's idle connection is nothing to wait for when the server ends.
    connector.setShutdownIdleTimeout(IDLE_MILLIS_AT_END);
    return connector;
  }
}
