package dev.aiwf.web.pages;

import dev.aiwf.core.port.Operations;
import dev.aiwf.web.access.Problem;
import dev.aiwf.web.access.Who;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the program is, for whoever looks after it. */
final class OperationsPage {

  private static final Map<String, String> NOTICES =
      Map.of(
          "retried", "It is being tried again.",
          "dropped", "It was left undone, and nothing waits for it any more.",
          "gone", "That was done meanwhile, or dropped. Nothing changed.");

  private final PageParts parts;
  private final Rendering rendering;

  OperationsPage(PageParts parts, Rendering rendering) {
    this.parts = parts;
    this.rendering = rendering;
  }

  void show(Context context) {
    Who.Known who = parts.access().known(context.req());
    Instant now = parts.clock().instant();
    String done = context.queryParam("done");
    rendering.page(
        context,
        200,
        "operations.jte",
        new OperationsView(
            rendering.frame("Operations", context, who),
            parts.operations().health(),
            surfaces(),
            parts.operations().effects().stream().map(line -> effect(line, now)).toList(),
            Timings.read(parts.metrics().get()),
            parts.logged().get().stream().map(each -> OperationsView.Line.of(each, now)).toList(),
            isHere(who),
            done == null ? "" : NOTICES.getOrDefault(done, "")));
  }

  private List<OperationsView.Surface> surfaces() {
    Stream<OperationsView.Surface> here =
        Stream.of(new OperationsView.Surface("console", "this page"));
    Stream<OperationsView.Surface> others =
        parts.surfaces().stream().map(name -> new OperationsView.Surface(name, state(name)));
    return Stream.concat(here, others).toList();
  }

  /** Messages wait in their channel's lane, which begins with the surface's name. */
  private String state(String surface) {
    List<Operations.EffectLine> waiting =
        parts.operations().effects().stream()
            .filter(effect -> effect.lane().startsWith(surface + ":"))
            .toList();
    if (waiting.stream().anyMatch(effect -> effect.state() == Operations.State.GIVEN_UP)) {
      return "connected; something was given up";
    }
    return waiting.isEmpty() ? "connected" : "connected; messages wait";
  }

  private static OperationsView.Effect effect(Operations.EffectLine line, Instant now) {
    return new OperationsView.Effect(
        line, Addresses.project(line.project()), Ago.of(line.at(), now));
  }

  void retry(Context context) {
    Who.Known _ = parts.access().known(context.req());
    back(context, parts.operations().retry(id(context)) ? "retried" : "gone");
  }

  /** What is dropped never happens, so it takes whoever is at the machine. */
  void drop(Context context) {
    if (!isHere(parts.access().known(context.req()))) {
      throw Problem.of(
          Problem.Code.FORBIDDEN,
          "Only whoever is at the machine itself can drop an effect: here, or by the command"
              + " line.");
    }
    back(context, parts.operations().drop(id(context)) ? "dropped" : "gone");
  }

  private static boolean isHere(Who.Known who) {
    return who.trust() == Who.Trust.LOOPBACK;
  }

  private static void back(Context context, String done) {
    context.redirect("/operations?done=" + done, HttpStatus.SEE_OTHER);
  }

  private static long id(Context context) {
    String id = context.pathParam("effect");
    if (!id.matches("\\d{1,18}")) {
      throw Problem.notFound("There is no such effect.");
    }
    return Long.parseLong(id);
  }
}
