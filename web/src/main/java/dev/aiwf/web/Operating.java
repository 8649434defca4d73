package dev.aiwf.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What machines that look after machines ask for. */
final class Operating {

  /** A prober asks by address, under whatever name it knows; these tell it nothing else. */
  static final String HEALTH = "/healthz";

  static final String READINESS = "/readyz";

  private static final String TEXT = "text/plain; charset=utf-8";

  private final WebParts parts;
  private final byte[] document = document();

  Operating(WebParts parts) {
    this.parts = parts;
  }

  void at(RoutesConfig routes) {
    routes.get(HEALTH, context -> context.contentType(TEXT).result("ok\n"));
    routes.get(READINESS, this::ready);
    routes.get("/metrics", context -> context.contentType(TEXT).result(parts.metrics().get()));
    routes.get(
        "/openapi.yaml", context -> context.contentType("application/yaml").result(document));
  }

  private void ready(Context context) {
    switch (parts.readiness().get()) {
      case Readiness.Ready() -> context.contentType(TEXT).result("ready\n");
      case Readiness.NotReady(var why) ->
          context.status(503).contentType(TEXT).header("Retry-After", "5").result(why + "\n");
    }
  }

  private static byte[] document() {
    try (InputStream in = Operating.class.getResourceAsStream("openapi.yaml")) {
      if (in == null) {
        throw new IllegalStateException("openapi.yaml is missing from the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
