package dev.aiwf.web.pages;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.chat.Press;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.web.access.Access;
import dev.aiwf.web.access.Problem;
import dev.aiwf.web.access.Who;
import dev.aiwf.web.sending.Sending;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A project's page: what was said, and what can be done. */
final class Room {

  /** The form of all that is open, as opposed to a button's. */
  private static final String ALL = "all";

  private static final String PAGE = "project.jte";
  private static final String EVERYTHING = "everything";

  /** So many messages come with the page; what was said before them is a click away. */
  private static final int SHOWN = 60;

  private final Access access;
  private final Projects projects;
  private final Sending sending;
  private final Rendering rendering;
  private final SentForms sent = new SentForms();

  Room(Access access, Projects projects, Sending sending, Rendering rendering) {
    this.access = access;
    this.projects = projects;
    this.sending = sending;
    this.rendering = rendering;
  }

  void show(Context context) {
    show(context, PAGE);
  }

  /** What the page's script asks for when something has changed. */
  void refresh(Context context) {
    show(context, "live.jte");
  }

  private void show(Context context, String template) {
    Who.Known who = access.known(context.req());
    show(context, who, standing(context), 200, opened(context), template);
  }

  private Attempt opened(Context context) {
    String wanted = context.queryParam("form");
    if (wanted == null) {
      return FormRefs.read(new Typed(context.queryParamMap()))
          .map(Attempt::opened)
          .orElse(Attempt.NONE);
    }
    if (wanted.equals(ALL)) {
      return Attempt.NONE;
    }
    Optional<FormRef> form =
        projects
            .control(wanted)
            .filter(control -> control.project().value().equals(context.pathParam("id")))
            .flatMap(control ->
                control.press() instanceof Press.Open(var ref)
                    ? Optional.of(ref)
                    : Optional.empty());
    return form.map(Attempt::opened).orElse(Attempt.NONE);
  }

  void act(Context context) {
    Who.Known who = access.known(context.req());
    Projects.Standing standing = standing(context);
    Typed typed = Typed.of(context);
    if (sent.has(who.person().id(), standing.sidecar().id(), typed)) {
      seeOther(context, standing.sidecar().id());
      return;
    }
    switch (new Posted(projects, standing, typed).meant()) {
      case Meant.Clear(var action) -> send(context, who, standing, typed, action);
      case Meant.Wrong(var errors) -> again(context, who, 422, Attempt.failed(typed, errors, null));
      case Meant.Gone(var why) -> again(context, who, 409, new Attempt(null, typed, Map.of(), why));
    }
  }

  private void send(
      Context context,
      Who.Known who,
      Projects.Standing standing,
      Typed typed,
      Action.ByPerson action) {
    ProjectId project = standing.sidecar().id();
    try {
      String command =
          sending
              .send(who.person(), project, action, typed.request(), typed.digest())
              .orElseThrow(Pages::sentBefore);
      // Not done in time is no trouble: the page shows it as soon as it is.
      sending.settled(command);
      sent.add(who.person().id(), project, typed);
    } catch (Problem problem) {
      again(context, who, problem.code().status(), Attempt.refused(typed, problem));
      return;
    }
    seeOther(context, project);
  }

  private static void seeOther(Context context, ProjectId project) {
    context.redirect(Addresses.project(project) + "#now", HttpStatus.SEE_OTHER);
  }

  /** The page once more, with what was typed. */
  private void again(Context context, Who.Known who, int status, Attempt attempt) {
    show(context, who, standing(context), status, attempt, PAGE);
  }

  private void show(
      Context context,
      Who.Known who,
      Projects.Standing standing,
      int status,
      Attempt attempt,
      String template) {
    Sidecar sidecar = standing.sidecar();
    boolean all = EVERYTHING.equals(context.queryParam("said"));
    // One more than is shown tells that there are more, and the status is none of them.
    List<Message> said =
        projects.latest(sidecar.id(), all ? Integer.MAX_VALUE : SHOWN + 2).stream()
            .filter(message -> !message.key().equals(MessageKeys.STATUS))
            .toList();
    rendering.page(
        context,
        status,
        template,
        new ProjectView(
            Shell.of(
                rendering.frame(sidecar.name(), context, who),
                standing,
                blocksOf(sidecar.id(), MessageKeys.STATUS),
                Shell.Tab.CHANNEL,
                null),
            transcript(
                sidecar, all ? said : said.subList(Math.max(0, said.size() - SHOWN), said.size())),
            all || said.size() <= SHOWN
                ? null
                : Addresses.project(sidecar.id()) + "?said=" + EVERYTHING,
            NowView.of(
                standing,
                blocksOf(sidecar.id(), sidecar.remarks().brief()),
                attempt,
                ALL.equals(context.queryParam("form"))),
            attempt,
            template.equals(PAGE)));
  }

  private List<Block> blocksOf(ProjectId project, @Nullable String key) {
    return Optional.ofNullable(key)
        .flatMap(named -> projects.message(project, named))
        .map(message -> message.content().blocks())
        .orElse(List.of());
  }

  private static List<MessageView> transcript(Sidecar sidecar, List<Message> messages) {
    List<MessageView> views = new ArrayList<>();
    Message above = null;
    for (Message message : messages) {
      views.add(MessageView.of(sidecar, message, above));
      above = message;
    }
    return views;
  }

  private Projects.Standing standing(Context context) {
    return projects
        .find(new ProjectId(context.pathParam("id")))
        .orElseThrow(() -> Problem.notFound("There is no project of that name."));
  }
}
