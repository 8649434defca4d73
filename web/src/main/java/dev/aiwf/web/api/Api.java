package dev.aiwf.web.api;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.People;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.web.access.Access;
import dev.aiwf.web.access.Problem;
import dev.aiwf.web.sending.Sending;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The JSON API's addresses, and what each of them does. */
public final class Api implements AutoCloseable {

  private static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;
  private static final String JSON = "application/json";
  private static final String PROJECT = "/api/projects/{id}";

  private final Access access;
  private final Inbox inbox;
  private final Projects projects;
  private final Supplier<String> ids;
  private final Sending sending;
  private final Feeds feeds;
  private final ArtifactRoutes artifacts;
  private final WhyRoutes why;
  private final MeRoutes me;
  private final LastSeen lastSeen;

  /**
   * Answers for these projects.
   *
   * @param ids names what a program gave no key
   * @param patience how long a request waits for its turn
   * @param heartbeat how often a silent stream shows that it is alive
   * @param mostStreams how many streams may be open at once
   */
  public Api(
      Access access,
      Inbox inbox,
      Projects projects,
      People people,
      Artifacts artifacts,
      Supplier<String> ids,
      Duration patience,
      Duration heartbeat,
      int mostStreams) {
    this.access = access;
    this.inbox = inbox;
    this.projects = projects;
    this.ids = ids;
    this.sending = new Sending(inbox, "api", patience);
    this.lastSeen = new LastSeen(projects);
    this.feeds = new Feeds(projects, lastSeen, new Streams(heartbeat, mostStreams));
    this.artifacts = new ArtifactRoutes(artifacts);
    this.me = new MeRoutes(people);
    this.why = new WhyRoutes(projects, artifacts);
  }

  /** Puts the API where {@code openapi.yaml} says it is. */
  public void at(RoutesConfig routes) {
    routes.post("/api/projects", this::start);
    routes.get("/api/projects", this::list);
    routes.get("/api/me", context -> me.who(context, person(context)));
    routes.post("/api/me", context -> me.says(context, person(context)));
    routes.get(PROJECT, this::state);
    routes.post(PROJECT + "/commands", this::command);
    routes.get(PROJECT + "/commands/{command}", this::outcome);
    routes.get(PROJECT + "/messages", context -> feeds.messages(context, asked(context)));
    routes.get(PROJECT + "/history", context -> feeds.history(context, asked(context)));
    routes.get(PROJECT + "/events", context -> feeds.events(context, asked(context)));
    routes.get(PROJECT + "/artifacts", context -> artifacts.files(context, shown(context)));
    routes.get(PROJECT + "/artifacts/<path>", context -> artifacts.file(context, shown(context)));
    routes.get(PROJECT + "/commits", context -> artifacts.commits(context, shown(context)));
    routes.get(PROJECT + "/commits/{sha}", context -> artifacts.commit(context, shown(context)));
    routes.get(PROJECT + "/picture.svg", context -> PictureRoutes.svg(context, shown(context)));
    routes.get(PROJECT + "/picture.png", context -> PictureRoutes.png(context, shown(context)));
    routes.get(PROJECT + "/why", context -> why.why(context, shown(context)));
  }

  /** Answers with a problem. */
  public static void tell(Context context, Problem problem) {
    if (problem.code() == Problem.Code.TOO_MANY) {
      context.header("Retry-After", "1");
    }
    answer(context, problem.code().status(), Views.Wrong.of(problem));
  }

  private void start(Context context) {
    Person person = person(context);
    Body body = Body.of(context);
    Starts.Wanted wanted = Starts.read(body.fields(), projects.offered());
    String command = send(context, person, wanted.project(), wanted.start(), body);
    Optional<Inbox.Settled> settled = sending.settled(command);
    if (settled.isEmpty()) {
      answer(context, 202, Views.Receipt.waiting(command));
      return;
    }
    // A project's first fact is its beginning: whoever's command led to it began the project.
    boolean began = settled.get().facts().contains(1L);
    if (began) {
      context.header(
          "Location",
          "/api/projects/" + URLEncoder.encode(wanted.project().value(), StandardCharsets.UTF_8));
    }
    answer(context, began ? 201 : 200, StateView.of(standing(wanted.project())));
  }

  private void list(Context context) {
    person(context);
    answer(
        context, 200, new Views.Listed(projects.list().stream().map(StateView.Line::of).toList()));
  }

  private void state(Context context) {
    answer(context, 200, StateView.of(standing(asked(context))));
  }

  private void command(Context context) {
    Person person = person(context);
    ProjectId project = asked(context);
    boolean wait = waits(context);
    Body body = Body.of(context);
    long before = lastSeen.now(project);
    String command = send(context, person, project, Commands.read(body.fields()), body);
    Optional<Inbox.Settled> settled = wait ? sending.settled(command) : Optional.empty();
    if (settled.isEmpty()) {
      lastSeen.before(command, before);
      answer(context, 202, Views.Receipt.waiting(command));
      return;
    }
    List<Views.Said> said =
        projects.messages(project, lastSeen.before(command, before), Integer.MAX_VALUE).stream()
            .map(Views.Said::of)
            .toList();
    answer(context, 200, new Views.Done(command, "done", StateView.of(standing(project)), said));
  }

  private void outcome(Context context) {
    ProjectId project = asked(context);
    String command = context.pathParam("command");
    Inbox.Settled settled =
        inbox
            .outcome(project, command)
            .orElseThrow(() -> Problem.notFound("There is no such command in this project."));
    answer(context, 200, Views.Receipt.of(command, settled));
  }

  private Person person(Context context) {
    return access.known(context.req()).person();
  }

  /** The project that is asked for, once it is known who asks. */
  private ProjectId asked(Context context) {
    return shown(context).sidecar().id();
  }

  private Projects.Standing shown(Context context) {
    person(context);
    return standing(new ProjectId(context.pathParam("id")));
  }

  private Projects.Standing standing(ProjectId project) {
    return projects
        .find(project)
        .orElseThrow(() -> Problem.notFound("There is no project of that name."));
  }

  private static boolean waits(Context context) {
    String wait = context.queryParam("wait");
    if (wait == null || wait.equals("false")) {
      return false;
    }
    if (wait.equals("true")) {
      return true;
    }
    throw Problem.of(Problem.Code.MALFORMED, "wait is true or false.");
  }

  private String send(
      Context context, Person person, ProjectId project, Action.ByPerson action, Body body) {
    String key = context.header(KEY);
    if (key != null && (key.isEmpty() || key.length() > LONGEST_KEY)) {
      throw Problem.invalid(KEY, "A key has 1 to 200 characters.");
    }
    return sending
        .send(person, project, action, key == null ? ids.get() : key, body.digest())
        .orElseThrow(() ->
            Problem.invalid(
                KEY, "Something else was sent under this key before; this was not taken."));
  }

  static void answer(Context context, int status, Object body) {
    context
        .status(status)
        .contentType(JSON)
        .header("Cache-Control", "no-store")
        .result(Json.write(body).getBytes(StandardCharsets.UTF_8));
  }

  /** Ends the streams. */
  @Override
  public void close() {
    feeds.close();
  }
}
