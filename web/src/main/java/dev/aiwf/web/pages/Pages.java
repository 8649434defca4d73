package dev.aiwf.web.pages;

import dev.aiwf.core.port.Projects;
import dev.aiwf.web.access.Problem;
import dev.aiwf.web.sending.Sending;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The console's addresses. */
public final class Pages {

  private static final String PROJECT = "/projects/{id}";

  private final Assets assets = new Assets();
  private final Rendering rendering;
  private final Home home;
  private final Room room;
  private final Sides sides;
  private final Histories histories;
  private final Files files;
  private final Samples samples;
  private final KnowledgePages knowledge;
  private final OperationsPage operations;
  private final SignIn signIn;
  private final Me me;

  /** Shows what there is. */
  public Pages(PageParts parts) {
    Sending sending = new Sending(parts.inbox(), "console", parts.patience());
    rendering = new Rendering(assets, parts.ids());
    home = new Home(parts, sending, rendering);
    room = new Room(parts.access(), parts.projects(), sending, rendering);
    sides = new Sides(parts, rendering);
    histories = new Histories(sides);
    files = new Files(sides, parts.artifacts());
    samples = new Samples(sides);
    knowledge = new KnowledgePages(parts, rendering);
    operations = new OperationsPage(parts, rendering);
    me = new Me(parts.access(), parts.people(), rendering);
    signIn = new SignIn(parts.access(), parts.tokens(), rendering);
  }

  /** Puts the pages at their addresses. */
  public void at(RoutesConfig routes) {
    routes.get("/", home::show);
    routes.post("/projects", home::start);
    routes.get(PROJECT, room::show);
    routes.post(PROJECT, room::act);
    routes.get(PROJECT + "/live", room::refresh);
    routes.get(PROJECT + "/decisions", this::decisions);
    routes.get(PROJECT + "/knowledge", this::findings);
    routes.get(PROJECT + "/artifacts", files::list);
    routes.get(PROJECT + "/artifacts/<path>", files::file);
    routes.get(PROJECT + "/commits/{sha}", files::commit);
    routes.get(PROJECT + "/history", histories::show);
    routes.post(PROJECT + "/remove", samples::remove);
    routes.get(Addresses.KNOWLEDGE, knowledge::search);
    routes.get(Addresses.KNOWLEDGE + "/{id}", knowledge::item);
    routes.get("/operations", operations::show);
    routes.post("/operations/effects/{effect}/retry", operations::retry);
    routes.post("/operations/effects/{effect}/drop", operations::drop);
    routes.get("/signin", signIn::ask);
    routes.post("/signin", signIn::redeem);
    routes.post("/signout", signIn::leave);
    routes.post("/name", signIn::name);
    routes.get(Me.AT, me::show);
    routes.post(Me.AT, me::say);
    routes.get("/assets/{file}", assets::serve);
  }

  private void decisions(Context context) {
    Projects.Standing standing = sides.standing(context);
    Shell shell = sides.shell(context, standing, Shell.Tab.DECISIONS, null);
    sides.page(context, "decisions.jte", DecisionsView.of(shell, standing));
  }

  private void findings(Context context) {
    Projects.Standing standing = sides.standing(context);
    Shell shell = sides.shell(context, standing, Shell.Tab.KNOWLEDGE, null);
    sides.page(context, "findings.jte", FindingsView.of(shell, standing));
  }

  /** Answers with a problem. */
  public void tell(Context context, Problem problem) {
    ProblemView view = new ProblemView(rendering.frame("Problem", context, null), problem);
    rendering.page(context, problem.code().status(), "problem.jte", view);
  }

  /** Going back in the browser brings back a form that was sent already. */
  static Problem sentBefore() {
    return Problem.of(
        Problem.Code.REFUSED,
        "This form was sent before, with something else in it. Nothing changed now; if what you"
            + " typed is still right, send it again.");
  }
}
