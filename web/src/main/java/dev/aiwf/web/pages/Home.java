package dev.aiwf.web.pages;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.core.workflow.WorkflowRef;
import dev.aiwf.web.access.Problem;
import dev.aiwf.web.access.Who;
import dev.aiwf.web.sending.Sending;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first page: what there is, and how to begin. */
final class Home {

  private final PageParts parts;
  private final Sending sending;
  private final Rendering rendering;
  private final Signers signers;

  Home(PageParts parts, Sending sending, Rendering rendering) {
    this.parts = parts;
    this.sending = sending;
    this.rendering = rendering;
    this.signers = new Signers(parts.projects());
  }

  void show(Context context) {
    show(context, parts.access().known(context.req()), 200, Typed.NOTHING, null);
  }

  void start(Context context) {
    Who.Known who = parts.access().known(context.req());
    Typed typed = Typed.of(context);
    try {
      ProjectId project = start(who, typed);
      context.redirect(Addresses.project(project), HttpStatus.SEE_OTHER);
    } catch (Problem problem) {
      show(context, who, problem.code().status(), typed, problem);
    }
  }

  private ProjectId start(Who.Known who, Typed typed) {
    ProjectId project =
        ProjectId.of(Clean.line(typed.of("name")))
            .orElseThrow(() ->
                Problem.invalid(
                    "name", "A name needs a letter or a digit, and 60 characters at most."));
    String repository = typed.of("repository").strip();
    Action.Start start =
        new Action.Start(
            typed.of("name"),
            workflow(typed.of("workflow")),
            repository.isEmpty() ? null : repository,
            typed.of("brief"),
            depth(typed.of("depth")));
    String command =
        sending
            .send(who.person(), project, start, typed.request(), typed.digest())
            .orElseThrow(Pages::sentBefore);
    // Not done in time is no trouble: the project's page shows it as soon as it is.
    sending.settled(command);
    return project;
  }

  private WorkflowRef workflow(String wanted) {
    Optional<WorkflowRef> found =
        parts.projects().offered().stream()
            .map(Workflow::ref)
            .filter(ref -> wanted.isEmpty() || wanted.equals(ref.id() + "@" + ref.version()))
            .findFirst();
    return found.orElseThrow(
        () -> Problem.invalid("workflow", "This workflow is not offered any more. Choose again."));
  }

  private static Depth depth(String wanted) {
    return Arrays.stream(Depth.values())
        .filter(depth -> depth.key().equals(wanted))
        .findFirst()
        .orElse(Depth.STANDARD);
  }

  private void show(
      Context context, Who.Known who, int status, Typed typed, @Nullable Problem problem) {
    String field = problem == null ? null : problem.field();
    Listing listing = Listing.asked(parts.projects(), signers, who.person().name(), context, now());
    Listing.Found found = listing.found();
    rendering.page(
        context,
        status,
        "home.jte",
        new HomeView(
            rendering.frame("Projects", context, who),
            found.filters(),
            listing.show().key(),
            listing.query(),
            found.rows(),
            found.next(),
            found.sample(),
            found.sample() == null ? "" : picture(found.sample().line().id()),
            found.nothing(),
            parts.projects().offered(),
            typed,
            problem == null || field == null ? Map.of() : Map.of(field, problem.sentence()),
            problem == null || field != null ? null : problem.sentence()));
  }

  private String picture(ProjectId project) {
    return parts
        .projects()
        .find(project)
        .map(standing -> Shell.picture(standing.workflow(), standing.sidecar()))
        .orElse("");
  }

  private Instant now() {
    return parts.clock().instant();
  }
}
