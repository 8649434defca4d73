package dev.aiwf.web.pages;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.web.access.Problem;
import dev.aiwf.web.access.Who;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every side of a project begins with: who looks, at what, and what is around it. */
final class Sides {

  private final PageParts parts;
  private final Rendering rendering;

  Sides(PageParts parts, Rendering rendering) {
    this.parts = parts;
    this.rendering = rendering;
  }

  /** The project of the address, once it is known who asks. */
  Projects.Standing standing(Context context) {
    Who.Known _ = parts.access().known(context.req());
    return parts
        .projects()
        .find(new ProjectId(context.pathParam("id")))
        .orElseThrow(() -> Problem.notFound("There is no project of that name."));
  }

  Shell shell(Context context, Projects.Standing standing, Shell.Tab tab, @Nullable String deeper) {
    String title = standing.sidecar().name() + " · " + (deeper == null ? tab.title() : deeper);
    List<Block> status =
        parts
            .projects()
            .message(standing.sidecar().id(), MessageKeys.STATUS)
            .map(message -> message.content().blocks())
            .orElse(List.of());
    return Shell.of(
        rendering.frame(title, context, parts.access().known(context.req())),
        standing,
        status,
        tab,
        deeper);
  }

  void page(Context context, String template, Object view) {
    rendering.page(context, 200, template, view);
  }

  PageParts parts() {
    return parts;
  }
}
