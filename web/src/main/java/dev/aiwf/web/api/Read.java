package dev.aiwf.web.api;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.web.access.Problem;
import io.javalin.http.Context;

/** What looking into a repository comes to, where it can't be looked into. */
final class Read {

  private Read() {}

  /** A look into a repository. */
  interface Look<T> {
    T into() throws NotNow, NotEver;
  }

  static <T> T from(Look<T> look) {
    try {
      return look.into();
    } catch (NotNow | NotEver e) {
      throw Problem.of(Problem.Code.REFUSED, String.valueOf(e.getMessage()));
    }
  }

  static int limit(Context context, int usual, int most) {
    String limit = context.queryParam("limit");
    if (limit == null) {
      return usual;
    }
    int number = limit.matches("\\d{1,4}") ? Integer.parseInt(limit) : 0;
    if (number < 1 || number > most) {
      throw Problem.of(Problem.Code.MALFORMED, "limit is a number from 1 to %d.".formatted(most));
    }
    return number;
  }
}
