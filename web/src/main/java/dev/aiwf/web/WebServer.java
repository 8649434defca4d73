package dev.aiwf.web;

import dev.aiwf.web.access.Access;
import dev.aiwf.web.access.Hosts;
import dev.aiwf.web.access.Problem;
import dev.aiwf.web.api.Api;
import dev.aiwf.web.export.Export;
import dev.aiwf.web.operate.OperatorRoutes;
import dev.aiwf.web.pages.PageParts;
import dev.aiwf.web.pages.Pages;
import io.javalin.Javalin;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** The running server. */
public final class WebServer implements AutoCloseable {

  private final Javalin javalin;
  private final Api api;

  private WebServer(Javalin javalin, Api api) {
    this.javalin = javalin;
    this.api = api;
  }

  /** Starts it; when this returns, it answers. */
  public static WebServer start(WebSettings settings, WebParts parts) {
    Access access = new Access(parts.tokens(), settings.trustsLoopback());
    Api api =
        new Api(
            access,
            parts.inbox(),
            parts.projects(),
            parts.people(),
            parts.artifacts(),
            parts.ids(),
            settings.patience(),
            settings.heartbeat(),
            settings.mostStreams());
    Pages pages =
        new Pages(
            new PageParts(
                access,
                parts.tokens(),
                parts.inbox(),
                parts.projects(),
                parts.people(),
                parts.artifacts(),
                parts.knowledge(),
                parts.operations(),
                parts.forgetting(),
                parts.ids(),
                parts.metrics(),
                parts.logged(),
                parts.surfaces(),
                parts.clock(),
                settings.patience()));
    Hosts hosts = new Hosts(settings.host(), settings.hosts());
    Javalin javalin =
        Javalin.create(config -> {
          new JettySetup(settings).at(config);
          config.jetty.modifyServletContextHandler(handler -> mount(handler, parts));
          config.routes.before(context -> {
            if (!isProbe(context.path())) {
              hosts
                  .turnedAway(context.req())
                  .ifPresent(why -> {
                    throw Problem.of(Problem.Code.FORBIDDEN, why);
                  });
            }
          });
          api.at(config.routes);
          pages.at(config.routes);
          new OperatorRoutes(
                  parts.tokens(),
                  parts.operations(),
                  parts.forgetting(),
                  new Export(parts.projects(), parts.artifacts()),
                  parts.restart())
              .at(config.routes);
          new Operating(parts).at(config.routes);
          new Failures(parts.ids(), pages::tell).at(config.routes);
          config.routes.after(context -> Leftover.passOver(context.req(), context.res()));
        });
    return new WebServer(javalin.start(), api);
  }

  private static void mount(ServletContextHandler handler, WebParts parts) {
    parts
        .servlets()
        .forEach((path, servlet) -> handler.addServlet(new ServletHolder(servlet), path));
  }

  private static boolean isProbe(String path) {
    return path.equals(Operating.HEALTH) || path.equals(Operating.READINESS);
  }

  /** The port it is reached at. */
  public int port() {
    return javalin.port();
  }

  /** Takes no more requests, ends the streams, and lets what is being answered be answered. */
  @Override
  public void close() {
    api.close();
    javalin.stop();
  }
}
