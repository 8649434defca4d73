package dev.aiwf.web;

import dev.aiwf.web.access.Problem;
import dev.aiwf.web.api.Api;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever asked what went wrong: a program as JSON, a person as a page. */
final class Failures {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private final Supplier<String> ids;
  private final BiConsumer<Context, Problem> page;

  Failures(Supplier<String> ids, BiConsumer<Context, Problem> page) {
    this.ids = ids;
    this.page = page;
  }

  void at(RoutesConfig routes) {
    routes.exception(Problem.class, (problem, context) -> tell(context, problem));
    routes.exception(
        HttpResponseException.class, (e, context) -> tell(context, problem(e.getStatus())));
    routes.exception(Exception.class, this::unexpected);
  }

  private void unexpected(Exception e, Context context) {
    String id = ids.get();
    log.error("{}: {} {} failed", id, context.method(), context.path(), e);
    if (context.res().isCommitted()) {
      return;
    }
    tell(
        context,
        Problem.of(
            Problem.Code.FAILED,
            "Something went wrong here. What was acknowledged is kept. The log has it under %s."
                .formatted(id)));
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 404 -> Problem.notFound("There is nothing at this address.");
      case 405 ->
          Problem.of(Problem.Code.NOT_ALLOWED, "This address does not take that kind of request.");
      case 413 -> Problem.of(Problem.Code.TOO_LARGE, "This is too much at once.");
      default ->
          Problem.of(
              status < 500 ? Problem.Code.MALFORMED : Problem.Code.FAILED,
              "This request could not be read.");
    };
  }

  private void tell(Context context, Problem problem) {
    if (context.path().equals("/api") || context.path().startsWith("/api/")) {
      Api.tell(context, problem);
    } else {
      page.accept(context, problem);
    }
  }
}
