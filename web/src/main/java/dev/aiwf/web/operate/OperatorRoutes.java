package dev.aiwf.web.operate;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Operations;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.web.access.Problem;
import dev.aiwf.web.access.Tokens;
import dev.aiwf.web.export.Exports;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers an operator's command line. */
public final class OperatorRoutes {

  static final String ROOT = "/api/operate";

  private static final String BEARER = "bearer ";

  private final Tokens tokens;
  private final Operations operations;
  private final Forgetting forgetting;
  private final Exports exports;
  private final Runnable restart;

  /** Answers whoever has a token of the operator's. */
  public OperatorRoutes(
      Tokens tokens,
      Operations operations,
      Forgetting forgetting,
      Exports exports,
      Runnable restart) {
    this.tokens = tokens;
    this.operations = operations;
    this.forgetting = forgetting;
    this.exports = exports;
    this.restart = restart;
  }

  /** Puts the addresses in their place. */
  public void at(RoutesConfig routes) {
    get(routes, "/health", _ -> operations.health());
    get(routes, "/projects", _ -> operations.projects());
    get(routes, "/proofs", _ -> operations.proofs());
    post(routes, "/rebuild", _ -> operations.rebuild());
    get(routes, "/effects", _ -> operations.effects());
    get(routes, "/effects/{id}", context -> orNull(operations.effect(effect(context))));
    post(routes, "/effects/{id}/retry", context -> operations.retry(effect(context)));
    post(routes, "/effects/{id}/drop", context -> operations.drop(effect(context)));
    post(routes, "/release", _ -> operations.release());
    post(
        routes,
        "/restart",
        _ -> {
          restart.run();
          return true;
        });
    get(routes, "/people", _ -> forgetting.people());
    get(routes, "/person", context -> orNull(forgetting.of(new PersonId(id(context)))));
    post(routes, "/person/forget", context -> orNull(forgetting.forget(new PersonId(id(context)))));
    get(routes, "/project", context -> orNull(forgetting.of(new ProjectId(id(context)))));
    post(
        routes,
        "/project/forget",
        context ->
            orNull(forgetting.forget(new ProjectId(id(context)), yes(context, "keep_repository"))));
    routes.get(ROOT + "/export", this::export);
  }

  /** It is sent as it is made; who asks looks whether it is whole. */
  private void export(Context context) throws IOException {
    onlyOperators(context);
    context.contentType("application/zip").header("Cache-Control", "no-store");
    try {
      if (!exports.write(new ProjectId(id(context)), context.outputStream())) {
        throw Problem.notFound("There is no project of that name.");
      }
    } catch (NotNow | NotEver e) {
      throw Problem.of(Problem.Code.REFUSED, String.valueOf(e.getMessage()));
    }
  }

  private interface Work {
    @Nullable Object on(Context context) throws NotNow, NotEver;
  }

  private void get(RoutesConfig routes, String path, Work work) {
    routes.get(ROOT + path, answering(work));
  }

  private void post(RoutesConfig routes, String path, Work work) {
    routes.post(ROOT + path, answering(work));
  }

  private Handler answering(Work work) {
    return context -> {
      onlyOperators(context);
      try {
        answer(context, work.on(context));
      } catch (NotNow | NotEver e) {
        throw Problem.of(Problem.Code.REFUSED, String.valueOf(e.getMessage()));
      }
    };
  }

  /** Cookies are not looked at: no page, ours or another's, may do any of this. */
  private void onlyOperators(Context context) {
    String header = context.header("Authorization");
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw Problem.of(
          Problem.Code.UNKNOWN_PERSON,
          "This is the operator's. The command line on the machine itself can ask it.");
    }
    String token = header.substring(BEARER.length()).strip();
    if (tokens.isOperator(token)) {
      return;
    }
    throw tokens.person(token).isPresent()
        ? Problem.of(
            Problem.Code.FORBIDDEN,
            "A person's token opens the API and the pages. This is the operator's, who asks from"
                + " the command line on the machine itself.")
        : Problem.of(
            Problem.Code.UNKNOWN_PERSON, "This token is not an operator's, or not any more.");
  }

  private static void answer(Context context, @Nullable Object answer) {
    context
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .result(OperatorJson.write(Collections.singletonMap("answer", answer)));
  }

  private static @Nullable Object orNull(Optional<?> found) {
    return found.isPresent() ? found.get() : null;
  }

  private static long effect(Context context) {
    try {
      return Long.parseLong(context.pathParam("id"));
    } catch (NumberFormatException e) {
      throw Problem.invalid("id", "An effect has a number.");
    }
  }

  private static String id(Context context) {
    String id = context.queryParam("id");
    if (id == null || id.isBlank()) {
      throw Problem.invalid("id", "This is missing.");
    }
    return id;
  }

  private static boolean yes(Context context, String name) {
    String value = context.queryParam(name);
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true")) {
      return true;
    }
    throw Problem.invalid(name, "This takes true or false.");
  }
}
