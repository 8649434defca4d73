package dev.aiwf.web.pages;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.web.access.Access;
import dev.aiwf.web.access.Problem;
import dev.aiwf.web.access.Tokens;
import dev.aiwf.web.sending.Sending;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.function.Supplier;

/** The console's addresses. */
public final class Pages {

  private static final String PROJECT = "/projects/{id}";

  private final Assets assets = new Assets();
  private final Rendering rendering;
  private final Home home;
  private final Room room;
  private final SignIn signIn;

  /**
   * Shows these projects.
   *
   * @param ids names forms
   * @param patience how long a form that was sent waits for its turn
   */
  public Pages(
      Access access,
      Tokens tokens,
      Inbox inbox,
      Projects projects,
      Supplier<String> ids,
      Duration patience) {
    Sending sending = new Sending(inbox, "console", patience);
    rendering = new Rendering(assets, ids);
    home = new Home(access, projects, sending, rendering);
    room = new Room(access, projects, sending, rendering);
    signIn = new SignIn(access, tokens, rendering);
  }

  /** Puts the pages at their addresses. */
  public void at(RoutesConfig routes) {
    routes.get("/", home::show);
    routes.post("/projects", home::start);
    routes.get(PROJECT, room::show);
    routes.post(PROJECT, room::act);
    routes.get(PROJECT + "/live", room::refresh);
    routes.get("/signin", signIn::ask);
    routes.post("/signin", signIn::redeem);
    routes.post("/signout", signIn::leave);
    routes.post("/name", signIn::name);
    routes.get("/assets/{file}", assets::serve);
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
