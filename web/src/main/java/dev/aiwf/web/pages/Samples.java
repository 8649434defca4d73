package dev.aiwf.web.pages;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Sample;
import dev.aiwf.web.access.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Removes the sample; no other project can be removed from a page. */
final class Samples {

  private final Sides sides;

  Samples(Sides sides) {
    this.sides = sides;
  }

  void remove(Context context) {
    Projects.Standing standing = sides.standing(context);
    if (!Sample.is(standing.sidecar())) {
      throw Problem.of(
          Problem.Code.FORBIDDEN,
          "This is not the sample. A project is forgotten by the command line: aiwf forget"
              + " project.");
    }
    var _ = Reading.from(() -> sides.parts().forgetting().forget(standing.sidecar().id(), false));
    context.redirect("/", HttpStatus.SEE_OTHER);
  }
}
