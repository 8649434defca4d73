package dev.aiwf.web.api;

import dev.aiwf.core.guide.Pipeline;
import dev.aiwf.core.port.Projects;
import dev.aiwf.web.picture.PipelinePicture;
import io.javalin.http.Context;

/** A project's phases as a picture. */
final class PictureRoutes {

  private PictureRoutes() {}

  static void svg(Context context, Projects.Standing standing) {
    context
        .contentType("image/svg+xml")
        .header("Content-Security-Policy", "default-src 'none'")
        .header("Cache-Control", "no-store")
        .result(PipelinePicture.svg(standing.sidecar().name(), pipeline(standing)));
  }

  static void png(Context context, Projects.Standing standing) {
    context
        .contentType("image/png")
        .header("Cache-Control", "no-store")
        .result(PipelinePicture.png(standing.sidecar().name(), pipeline(standing)));
  }

  private static Pipeline pipeline(Projects.Standing standing) {
    return Pipeline.of(standing.workflow(), standing.sidecar());
  }
}
